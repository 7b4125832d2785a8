#pragma once

#include "core/spatial/point_octree.h"

namespace rb::spatial {

struct Neighbour {
    std::uint32_t place = 0;        ///< in the octree's order
    double distanceSquared = 0;
};

/// The `k` points nearest to `point`, nearest first; of equally near ones that with the lower index in the given
/// positions. Fewer when the cloud has fewer.
std::vector<Neighbour> nearest(const PointOctree& octree, const Vec3& point, std::size_t k);

inline double distanceSquared(const Vec3& a, const float* b) {
    const double x = static_cast<double>(a[0]) - b[0], y = static_cast<double>(a[1]) - b[1],
                 z = static_cast<double>(a[2]) - b[2];
    return x * x + y * y + z * z;
}

/// From the nearest place of the box; 0 inside.
inline double distanceSquared(const Vec3& point, const Bounds& bounds) {
    Vec3 closest{};
    for (std::size_t axis = 0; axis < 3; ++axis)
        closest[axis] = point[axis] < bounds.min[axis] ? bounds.min[axis]
                        : point[axis] > bounds.max[axis] ? bounds.max[axis] : point[axis];
    return distanceSquared(point, closest.data());
}

} // namespace rb::spatial
