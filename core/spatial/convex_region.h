#pragma once

#include "core/geometry/box3.h"
#include "core/spatial/point_octree.h"

namespace rb::spatial {

/// Inside is where normal · point + offset >= 0.
struct Plane {
    std::array<double, 3> normal{};
    double offset = 0;

    double at(const float* point) const {
        return normal[0] * point[0] + normal[1] * point[1] + normal[2] * point[2] + offset;
    }
};

/// How a set of points lies to a region: none of them, perhaps some, or all of them in it.
enum class Side { Outside, Partly, Inside };

/// The space inside of all of its planes; of no plane, all space.
class ConvexRegion {
public:
    explicit ConvexRegion(std::span<const Plane> planes) : m_planes(planes.begin(), planes.end()) {}
    /// Both faces of each side belong to the box.
    explicit ConvexRegion(const geometry::Box3& box);

    /// Outside and Inside are sure: contains() says the same for each point within the bounds, rounding included, since a
    /// plane's value rises and falls with each coordinate in floating point too.
    Side sideOf(const Bounds& bounds) const;
    bool contains(const float* point) const {
        for (const Plane& plane : m_planes)
            if (!(plane.at(point) >= 0)) return false; // so that nothing is inside of a plane that is no number
        return true;
    }

private:
    std::vector<Plane> m_planes;
};

} // namespace rb::spatial
