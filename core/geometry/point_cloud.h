#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rb::geometry {

/// Points as plain arrays. `colors` is empty or holds as many triples as `positions`.
struct PointCloud {
    std::vector<float> positions;       ///< x y z, x y z, …
    std::vector<std::uint8_t> colors;   ///< r g b, r g b, …

    std::size_t size() const { return positions.size() / 3; }
};

/// Centred on the mean and scaled so that the farthest point lies on the unit sphere, as object
/// clouds are before RegionBLIP sees them.
PointCloud normalisedToUnitSphere(PointCloud cloud);

/// `count` points drawn with a seeded generator: without replacement when the cloud has more,
/// the whole cloud, in its order, when it has `count` or fewer.
PointCloud sampled(const PointCloud& cloud, std::size_t count, std::uint64_t seed);

} // namespace rb::geometry
