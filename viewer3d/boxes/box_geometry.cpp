#include "viewer3d/boxes/box_geometry.h"

#include <algorithm>
#include <limits>

namespace rb::viewer3d {

BoxAxes axesOf(const geometry::Box3& box) {
    const double c = std::cos(box.yaw), s = std::sin(box.yaw);
    return {{c, s, 0}, {-s, c, 0}, {0, 0, 1}};
}

std::array<Vec3d, 8> cornersOf(const geometry::Box3& box) {
    std::array<Vec3d, 8> corners{};
    for (unsigned i = 0; i < 8; ++i) {
        Vec3d own{};
        for (unsigned k = 0; k < 3; ++k) own[k] = (i >> k & 1U ? 0.5 : -0.5) * box.size[k];
        corners[i] = fromBox(box, own);
    }
    return corners;
}

const std::array<std::pair<int, int>, 12>& boxEdges() {
    static constexpr std::array<std::pair<int, int>, 12> kEdges{
        {{0, 1}, {2, 3}, {4, 5}, {6, 7}, {0, 2}, {1, 3}, {4, 6}, {5, 7}, {0, 4}, {1, 5}, {2, 6}, {3, 7}}};
    return kEdges;
}

const std::array<std::array<int, 4>, 6>& boxSides() {
    static constexpr std::array<std::array<int, 4>, 6> kSides{
        {{0, 4, 6, 2}, {1, 3, 7, 5}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 2, 3, 1}, {4, 5, 7, 6}}};
    return kSides;
}

Vec3d toBox(const geometry::Box3& box, const Vec3d& place) {
    const BoxAxes axes = axesOf(box);
    const Vec3d way = place - box.center;
    return {dot(way, axes.x), dot(way, axes.y), way[2]};
}

Vec3d fromBox(const geometry::Box3& box, const Vec3d& own) {
    const BoxAxes axes = axesOf(box);
    return box.center + axes.x * own[0] + axes.y * own[1] + axes.z * own[2];
}

std::optional<double> whereHit(const geometry::Box3& box, const Ray& ray) {
    const BoxAxes axes = axesOf(box);
    const Vec3d origin = toBox(box, ray.origin);
    const Vec3d way{dot(ray.direction, axes.x), dot(ray.direction, axes.y), ray.direction[2]};
    double enter = 0, leave = std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < 3; ++k) {
        const double half = box.size[k] / 2;
        if (way[k] == 0) {
            if (std::abs(origin[k]) > half) return std::nullopt;
            continue;
        }
        const double a = (-half - origin[k]) / way[k], b = (half - origin[k]) / way[k];
        enter = std::max(enter, std::min(a, b));
        leave = std::min(leave, std::max(a, b));
    }
    if (enter > leave) return std::nullopt;
    return enter;
}

spatial::Bounds boundsOf(const geometry::Box3& box) {
    constexpr float kMost = std::numeric_limits<float>::max();
    spatial::Bounds bounds{{kMost, kMost, kMost}, {-kMost, -kMost, -kMost}};
    for (const Vec3d& corner : cornersOf(box))
        for (std::size_t k = 0; k < 3; ++k) {
            bounds.min[k] = std::min(bounds.min[k], float(corner[k]));
            bounds.max[k] = std::max(bounds.max[k], float(corner[k]));
        }
    return bounds;
}

geometry::Box3 movedBy(geometry::Box3 box, const Vec3d& way) {
    box.center = Vec3d(box.center) + way;
    return box;
}

} // namespace rb::viewer3d
