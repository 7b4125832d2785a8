#pragma once

#include "core/spatial/convex_region.h"
#include "core/spatial/point_selection.h"

namespace rb::spatial {

// What lies in a part of space, as places in the octree's order. `threads` 0: as many as the machine has cores; the
// result is the same for any number.

/// Points in the box, its faces included.
PointSelection pointsInBox(const PointOctree& octree, const geometry::Box3& box, int threads = 0);

/// Points on the inner side of every plane; see frustumOf() for those of a rectangle on the screen.
PointSelection pointsInFrustum(const PointOctree& octree, std::span<const Plane> planes, int threads = 0);

/// Points at most `radius` from `centre`.
PointSelection pointsWithin(const PointOctree& octree, const Vec3& centre, double radius, int threads = 0);

} // namespace rb::spatial
