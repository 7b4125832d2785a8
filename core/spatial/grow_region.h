#pragma once

#include "core/spatial/point_selection.h"

#include <limits>
#include <numbers>
#include <stop_token>

namespace rb::spatial {

/// What is known of the points besides their positions, by their index in the given positions; either may be empty.
struct PointAttributes {
    std::span<const std::uint8_t> colors;   ///< r g b, [N, 3]
    std::span<const float> normals;         ///< unit length, [N, 3]
};

struct GrowOptions {
    double maxDistance = 0;         ///< between neighbours, in the cloud's units; 0: four times the cloud's typical spacing
    double colorTolerance = std::numeric_limits<double>::infinity(); ///< from the seed's colour, in RGB of 0..255 an axis
    double normalAngle = std::numbers::pi; ///< between neighbours' normals whichever way they point, radians
    std::size_t maxPoints = std::numeric_limits<std::size_t>::max(); ///< those reached first are kept
    std::stop_token stop;
};

/// The points that can be reached from the seed (a place in the octree's order) from neighbour to neighbour. Criteria
/// whose attribute is empty do not count. Fails when stopped, or when an attribute has another number of points.
Result<PointSelection> growRegion(const PointOctree& octree, const PointAttributes& attributes, std::uint32_t seed,
                                  const GrowOptions& options = {});

} // namespace rb::spatial
