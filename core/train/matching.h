#pragma once

#include "core/train/contrast.h"
#include "core/train/training_batch.h"

#include <ATen/core/Generator.h>

namespace rb::train {

/// ITM's hard negatives, drawn from the contrastive softmax over everybody's items (+1e-4), never the
/// own pair. `generator` on the host.
Negatives drawNegatives(const Similarities& similarities, std::int64_t firstOwn, at::Generator generator);

/// ITM: logits `[3B, 2]` of B right pairs, then B with a wrong picture, then B with a wrong text →
/// cross-entropy with class 1 for the right ones.
at::Tensor matchingLoss(const at::Tensor& logits);

} // namespace rb::train
