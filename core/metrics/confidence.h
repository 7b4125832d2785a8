#pragma once

#include <cstdint>
#include <vector>

namespace rb::metrics {

struct Interval {
    double low = 0, high = 0;
};

/// The 95 % interval of the mean of per-item values by the percentile bootstrap (Efron 1979):
/// `resamples` means of items drawn with replacement. The same seed gives the same interval; no values
/// give 0 and 0.
Interval bootstrapMean(const std::vector<double>& values, std::uint64_t seed = 1, int resamples = 1000);

} // namespace rb::metrics
