#include "core/spatial/convex_region.h"

#include <cmath>

namespace rb::spatial {

ConvexRegion::ConvexRegion(const geometry::Box3& box) {
    const double cosine = std::cos(box.yaw), sine = std::sin(box.yaw);
    const std::array<std::array<double, 3>, 3> axes{{{cosine, sine, 0}, {-sine, cosine, 0}, {0, 0, 1}}};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto& axis = axes[i];
        const double middle = axis[0] * box.center[0] + axis[1] * box.center[1] + axis[2] * box.center[2];
        m_planes.push_back({{-axis[0], -axis[1], -axis[2]}, middle + box.size[i] / 2});
        m_planes.push_back({axis, box.size[i] / 2 - middle});
    }
}

Side ConvexRegion::sideOf(const Bounds& bounds) const {
    Side side = Side::Inside;
    for (const Plane& plane : m_planes) {
        Vec3 nearest{}, farthest{};
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const bool rising = plane.normal[axis] >= 0;
            nearest[axis] = rising ? bounds.min[axis] : bounds.max[axis];
            farthest[axis] = rising ? bounds.max[axis] : bounds.min[axis];
        }
        if (!(plane.at(farthest.data()) >= 0)) return Side::Outside;
        if (plane.at(nearest.data()) < 0) side = Side::Partly;
    }
    return side;
}

} // namespace rb::spatial
