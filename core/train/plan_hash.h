#pragma once

#include "core/train/training_options.h"

namespace rb::train {

/// Tells trainings apart: everything that changes the numbers of a step. How long it goes on, how often
/// it is saved and where its cache lies may change between runs.
std::string planHash(const TrainingOptions& options, const std::string& dataFingerprint, const std::string& modelFingerprint,
                     std::int64_t processes);

} // namespace rb::train
