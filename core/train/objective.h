#pragma once

#include "core/train/feature_exchange.h"
#include "core/train/training_batch.h"
#include "core/train/training_heads.h"
#include "core/vlm/region_blip.h"

#include <ATen/core/Generator.h>

namespace rb::train {

/// Weights of the terms of L = ITC + ITM + ITG + LLM + λ·reg; 0 leaves a term out. The published
/// training leaves `reg` out.
struct ObjectiveOptions {
    double itc = 1, itm = 1, itg = 1, llm = 1, reg = 0;
    double labelSmoothing = 0.1;             ///< of ITC and ITG
    bool gatherWithGradient = false;         ///< over processes; the release gathers without
    const FeatureExchange* exchange = nullptr;
    at::Generator negatives;                 ///< draws ITM's negatives; undefined: torch's own
};

/// The terms of one batch, scalars, before their weights; undefined where a term does not apply.
struct Losses {
    at::Tensor itc, itm, itg, llm, reg;
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
