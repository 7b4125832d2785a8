#pragma once

#include <cstdint>

namespace rb::train {

/// The released schedule: linear warm-up in epoch 0, then a cosine over epochs, constant within each.
struct ReleasedSchedule {
    double initial = 1e-4, minimum = 1e-5, warmupStart = 1e-6;
    std::int64_t warmupSteps = 200, epochs = 10;

    double at(std::int64_t epoch, std::int64_t step) const;
};

/// Linear warm-up to `peak`, then a cosine down to `minimum` over the whole training.
struct WarmupCosine {
    double peak = 1e-4, minimum = 1e-6;
    double warmup = 0.02; ///< share of the training

    double at(double progress) const; ///< progress in [0, 1]
};

} // namespace rb::train
