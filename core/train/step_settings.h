#pragma once

#include "core/train/loss_weights.h"
#include "core/vlm/training_mode.h"

#include <string>
#include <vector>

namespace rb::train {

/// What one step is made with; it may be other than the last one's.
struct StepSettings {
    LossWeights terms;
    vlm::TrainingMode mode;
    std::vector<std::string> frozen; ///< parts of trained names that rest
    double learningRate = 1e-4;
};

} // namespace rb::train
