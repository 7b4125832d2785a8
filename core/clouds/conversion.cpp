#include "core/clouds/cloud_builder.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rb::clouds {
namespace {

/// Up to here a float is within 0.00006 of any number: no offset is wanted.
constexpr double kNear = 1024;

double offsetOf(const std::vector<double>& values, bool areFloats) {
    double lower = HUGE_VAL, upper = -HUGE_VAL;
    for (const double value : values) {
        if (!std::isfinite(value)) continue;
        lower = std::min(lower, value);
        upper = std::max(upper, value);
    }
    const double farthest = std::max(std::fabs(lower), std::fabs(upper));
    if (!(farthest > kNear && farthest <= std::numeric_limits<float>::max())) return 0;
    const double middle = (lower + upper) / 2;
    // Floats stay exact when the offset is a float and all of them lie between its half and its double (Sterbenz).
    if (areFloats && std::fabs(middle) < upper - lower) return 0;
    return std::round(static_cast<double>(static_cast<float>(middle)));
}

double colorScaleOf(const PointSource& source, const PointBatch& sample) {
    double highest = 0;
    bool fractions = false;
    for (const Role role : {Role::Red, Role::Green, Role::Blue})
        for (const double value : sample.of(role)) {
            highest = std::max(highest, value);
            fractions = fractions || value != std::floor(value);
        }
    if (highest <= 1 && (source.realColors() || fractions)) return 255;
    return source.shortColors() && highest > 255 ? 1.0 / 257 : 1;
}

} // namespace

Conversion Conversion::of(const PointSource& source, const PointBatch& sample) {
    Conversion conversion;
    for (std::size_t axis = 0; axis < 3; ++axis)
        conversion.offset[axis] = offsetOf(sample.columns[axis], source.floatPositions());
    conversion.colorScale = colorScaleOf(source, sample);
    return conversion;
}

} // namespace rb::clouds
