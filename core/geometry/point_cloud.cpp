#include "core/geometry/point_cloud.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace rb::geometry {

PointCloud normalisedToUnitSphere(PointCloud cloud) {
    if (cloud.size() == 0) return cloud;
    double mean[3] = {};
    for (std::size_t i = 0; i < cloud.positions.size(); ++i) mean[i % 3] += static_cast<double>(cloud.positions[i]);
    for (double& axis : mean) axis /= static_cast<double>(cloud.size());
    double farthest = 0;
    for (std::size_t i = 0; i < cloud.positions.size(); i += 3) {
        double squared = 0;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            float& value = cloud.positions[i + axis];
            value = static_cast<float>(static_cast<double>(value) - mean[axis]);
            squared += static_cast<double>(value) * static_cast<double>(value);
        }
        farthest = std::max(farthest, squared);
    }
    if (farthest > 0)
        for (float& value : cloud.positions) value = static_cast<float>(static_cast<double>(value) / std::sqrt(farthest));
    return cloud;
}

// The first `count` of a Fisher-Yates shuffle; the remainder keeps no bias that matters at 64 bits.
static std::vector<std::size_t> drawn(std::size_t size, std::size_t count, std::uint64_t seed) {
    std::vector<std::size_t> indices(size);
    std::iota(indices.begin(), indices.end(), std::size_t{0});
    std::mt19937_64 random(seed);
    for (std::size_t i = 0; i < count; ++i) std::swap(indices[i], indices[i + random() % (size - i)]);
    indices.resize(count);
    return indices;
}

PointCloud sampled(const PointCloud& cloud, std::size_t count, std::uint64_t seed) {
    if (cloud.size() <= count) return cloud;
    PointCloud chosen;
    for (const std::size_t index : drawn(cloud.size(), count, seed)) {
        const auto first = static_cast<std::ptrdiff_t>(3 * index);
        chosen.positions.insert(chosen.positions.end(), cloud.positions.begin() + first,
                                cloud.positions.begin() + first + 3);
        if (!cloud.colors.empty())
            chosen.colors.insert(chosen.colors.end(), cloud.colors.begin() + first, cloud.colors.begin() + first + 3);
    }
    return chosen;
}

} // namespace rb::geometry
