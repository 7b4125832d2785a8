#pragma once

#include "core/train/data_check.h"
#include "core/train/parameter_set.h"
#include "core/train/run_folder.h"
#include "core/train/training_observer.h"
#include "core/train/training_options.h"
#include "core/vlm/adapter.h"

namespace rb::train {

struct TrainingResult {
    std::filesystem::path folder;
    const vlm::ModelSource& base;
    const vlm::ModelConfig& config; ///< with what the training added
    const ParameterSet& parameters;
    const TrainingOptions& options;
    const DataReport& data;
    const Progress& progress;
    std::string dataFingerprint;
    Metrics metrics; ///< on held-out captions
};

/// Leaves `adapter.safetensors` in the run's folder: the trained tensors under the reference's names,
/// and in its metadata the base model's fingerprint, preset, rank, data, loss, seed and versions. A
/// full training leaves the model folder `model` beside it.
Status writeResult(const TrainingResult& result);

} // namespace rb::train
