#pragma once

#include "core/train/feature_exchange.h"

#include <ATen/core/Tensor.h>

namespace rb::train {

/// Similarities of the own items with everybody's, divided by the temperature: `[B, W·B]`.
struct Similarities {
    at::Tensor queryToText, textToQuery;
};

/// Query features `[B, Q, E]`, text features `[B, E]`, all of length 1; a picture's similarity to a
/// text is that of its best query. Without `exchange` both sides are differentiated.
Similarities similarities(const at::Tensor& queries, const at::Tensor& texts, const at::Tensor& temperature,
                          const FeatureExchange* exchange);

/// ITC: cross-entropy both ways, averaged. `firstTarget` is the own first item's place in the
/// gathered batch.
at::Tensor contrastiveLoss(const Similarities& similarities, std::int64_t firstTarget, double labelSmoothing);

/// ITC whose gradients reach everybody's features: with gradients averaged over the processes, they
/// are those of one process with the whole batch.
at::Tensor contrastiveLossOfAll(const at::Tensor& queries, const at::Tensor& texts, const at::Tensor& temperature,
                                const FeatureExchange& exchange, double labelSmoothing);

} // namespace rb::train
