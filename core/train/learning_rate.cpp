#include "core/train/learning_rate.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rb::train {

static double cosine(double from, double to, double progress) {
    return to + (from - to) * 0.5 * (1 + std::cos(std::numbers::pi * progress));
}

double ReleasedSchedule::at(std::int64_t epoch, std::int64_t step) const {
    if (epoch > 0) return cosine(initial, minimum, static_cast<double>(epoch) / static_cast<double>(epochs));
    const double share = static_cast<double>(step) / static_cast<double>(std::max<std::int64_t>(1, warmupSteps));
    return std::min(initial, warmupStart + (initial - warmupStart) * share);
}

double WarmupCosine::at(double progress) const {
    const double p = std::clamp(progress, 0.0, 1.0);
    if (p < warmup) return peak * std::max(p, 1e-3 * warmup) / warmup;
    return cosine(peak, minimum, (p - warmup) / std::max(1e-9, 1 - warmup));
}

} // namespace rb::train
