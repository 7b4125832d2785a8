#pragma once

#include "core/train/feature_exchange.h"
#include "core/train/loss_weights.h"
#include "core/train/training_batch.h"
#include "core/train/training_heads.h"
#include "core/vlm/region_blip.h"

#include <ATen/core/Generator.h>

namespace rb::train {

struct ObjectiveOptions : LossWeights {
    const FeatureExchange* exchange = nullptr; ///< with the other processes; null: there are none
    at::Generator negatives;                   ///< draws ITM's negatives; undefined: torch's own
};

/// The terms of one batch, scalars, before their weights; undefined where a term does not apply.
struct Losses {
    at::Tensor itc, itm, itg, llm, reg, patch, name;
    at::Tensor total; ///< weighted sum
};

/// What one forward pass of training reads.
struct TrainingModel {
    const vlm::RegionBlip& network;
    const TrainingHeads& heads;
};

/// The loss of one batch (arXiv 2308.02299, section 3; terms as in BLIP-2). Gradients flow into every
/// weight that requires them.
Losses objective(const TrainingModel& model, const TrainingBatch& batch, const ObjectiveOptions& options);

} // namespace rb::train
