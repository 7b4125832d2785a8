#include "core/spatial/region_queries.h"

#include "core/spatial/nearest_points.h"
#include "core/spatial/select_places.h"

namespace rb::spatial {
namespace {

/// A ball; its surface belongs to it.
class Ball {
public:
    Ball(const Vec3& centre, double radius) : m_centre(centre), m_radiusSquared(radius * radius) {}

    Side sideOf(const Bounds& bounds) const {
        if (distanceSquared(m_centre, bounds) > m_radiusSquared) return Side::Outside;
        Vec3 farthest{};
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double toMin = static_cast<double>(m_centre[axis]) - bounds.min[axis];
            const double toMax = static_cast<double>(bounds.max[axis]) - m_centre[axis];
            farthest[axis] = toMin > toMax ? bounds.min[axis] : bounds.max[axis];
        }
        return contains(farthest.data()) ? Side::Inside : Side::Partly;
    }

    bool contains(const float* point) const { return distanceSquared(m_centre, point) <= m_radiusSquared; }

private:
    Vec3 m_centre;
    double m_radiusSquared;
};

} // namespace

PointSelection pointsInBox(const PointOctree& octree, const geometry::Box3& box, int threads) {
    return selectPlaces(octree, ConvexRegion(box), threads);
}

PointSelection pointsInFrustum(const PointOctree& octree, std::span<const Plane> planes, int threads) {
    return selectPlaces(octree, ConvexRegion(planes), threads);
}

PointSelection pointsWithin(const PointOctree& octree, const Vec3& centre, double radius, int threads) {
    return selectPlaces(octree, Ball(centre, radius), threads);
}

} // namespace rb::spatial
