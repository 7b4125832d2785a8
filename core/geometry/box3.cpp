#include "core/geometry/box3.h"

#include <cmath>
#include <cstddef>

namespace rb::geometry {
namespace {

struct Signs {
    double x, y, z;
};

// Order of the released point-region loader.
constexpr Signs kCorners[8] = {{1, 1, 1}, {1, 1, -1}, {-1, 1, -1}, {-1, 1, 1},
                               {1, -1, 1}, {1, -1, -1}, {-1, -1, -1}, {-1, -1, 1}};

std::array<float, 24> cornersWith(const Box3& box, double halfX, double halfY, double halfZ) {
    const double cosine = std::cos(box.yaw), sine = std::sin(box.yaw);
    std::array<float, 24> corners{};
    for (std::size_t i = 0; i < 8; ++i) {
        const double x = kCorners[i].x * halfX, y = kCorners[i].y * halfY;
        corners[3 * i] = static_cast<float>(box.center[0] + cosine * x - sine * y);
        corners[3 * i + 1] = static_cast<float>(box.center[1] + sine * x + cosine * y);
        corners[3 * i + 2] = static_cast<float>(box.center[2] + kCorners[i].z * halfZ);
    }
    return corners;
}

} // namespace

Box2 footprintOf(const Box3& box) {
    const double cosine = std::abs(std::cos(box.yaw)), sine = std::abs(std::sin(box.yaw));
    const double width = cosine * box.size[0] + sine * box.size[1], height = sine * box.size[0] + cosine * box.size[1];
    return {box.center[0] - width / 2, box.center[1] - height / 2, width, height};
}

bool contains(const Box3& box, const std::array<double, 3>& point) {
    const double cosine = std::cos(box.yaw), sine = std::sin(box.yaw), x = point[0] - box.center[0], y = point[1] - box.center[1];
    return std::abs(cosine * x + sine * y) <= box.size[0] / 2 && std::abs(cosine * y - sine * x) <= box.size[1] / 2 &&
           std::abs(point[2] - box.center[2]) <= box.size[2] / 2;
}

std::array<float, 24> releasedCorners(const Box3& box) {
    Box3 upright = box;
    upright.yaw = 0;
    return cornersWith(upright, box.size[0] / 2, box.size[2] / 2, box.size[1] / 2);
}

std::array<float, 24> geometricCorners(const Box3& box) {
    return cornersWith(box, box.size[0] / 2, box.size[1] / 2, box.size[2] / 2);
}

} // namespace rb::geometry
