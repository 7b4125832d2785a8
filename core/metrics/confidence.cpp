#include "core/metrics/confidence.h"

#include <algorithm>
#include <random>

namespace rb::metrics {

Interval bootstrapMean(const std::vector<double>& values, std::uint64_t seed, int resamples) {
    if (values.empty() || resamples < 1) return {};
    std::mt19937_64 generator(seed); // its numbers are the standard's; distributions are not
    std::vector<double> means;
    for (int r = 0; r < resamples; ++r) {
        double sum = 0;
        for (std::size_t i = 0; i < values.size(); ++i) sum += values[generator() % values.size()];
        means.push_back(sum / static_cast<double>(values.size()));
    }
    std::sort(means.begin(), means.end());
    const auto at = [&](double share) { return means[static_cast<std::size_t>(share * static_cast<double>(means.size() - 1))]; };
    return {at(0.025), at(0.975)};
}

} // namespace rb::metrics
