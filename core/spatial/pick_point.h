#pragma once

#include "core/geometry/shape2.h"
#include "core/spatial/screen_view.h"

#include <optional>

namespace rb::spatial {

struct PickedPoint {
    std::uint32_t place = 0;    ///< in the octree's order
    std::uint32_t index = 0;    ///< in the given positions
    Vec3 position{};
    double depth = 0;           ///< as in DepthBounds
};

/// The point under the cursor. Of the points shown at most `radius` pixels from `pixel`, those count that lie at most
/// two radii (in the cloud's units, at the depth of the nearest one) behind the nearest: the surface in front. Of these
/// the one shown nearest to the pixel; then the one with the smallest depth, then with the lowest index. Nothing when no
/// point is that near.
std::optional<PickedPoint> pickPoint(const PointOctree& octree, const ScreenView& view, geometry::Point2 pixel,
                                     double radius);

} // namespace rb::spatial
