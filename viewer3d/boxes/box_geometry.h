#pragma once

#include "core/geometry/box3.h"
#include "core/spatial/point_octree.h"
#include "viewer3d/camera/vec3.h"

#include <array>
#include <optional>
#include <utility>

namespace rb::viewer3d {

/// The box's own axes in the world, of length 1.
struct BoxAxes {
    Vec3d x, y, z;
};
BoxAxes axesOf(const geometry::Box3& box);

/// Corner i lies at the + side of x, y, z where bit 0, 1, 2 of i is set.
std::array<Vec3d, 8> cornersOf(const geometry::Box3& box);
/// The twelve edges as corners of cornersOf().
const std::array<std::pair<int, int>, 12>& boxEdges();
/// Its six sides as corners in order, seen from outside counter-clockwise: -x, +x, -y, +y, -z, +z.
const std::array<std::array<int, 4>, 6>& boxSides();

/// A place in the box's own axes, from its centre; and back.
Vec3d toBox(const geometry::Box3& box, const Vec3d& place);
Vec3d fromBox(const geometry::Box3& box, const Vec3d& own);

/// Where the ray first meets the box, as distance along it; 0 from inside.
std::optional<double> whereHit(const geometry::Box3& box, const Ray& ray);

spatial::Bounds boundsOf(const geometry::Box3& box);
geometry::Box3 movedBy(geometry::Box3 box, const Vec3d& way);

} // namespace rb::viewer3d
