#include "viewer3d/camera/camera.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numbers>

namespace rb::viewer3d {
namespace {

double halfAngle(const Camera& camera) { return camera.viewAngle * std::numbers::pi / 360; }

Vec3d corner(const spatial::Bounds& bounds, unsigned i) {
    return {double(i & 1 ? bounds.max[0] : bounds.min[0]), double(i & 2 ? bounds.max[1] : bounds.min[1]),
            double(i & 4 ? bounds.max[2] : bounds.min[2])};
}

Vec3d middle(const spatial::Bounds& bounds) { return (corner(bounds, 0) + corner(bounds, 7)) * 0.5; }

} // namespace

Mat4 operator*(const Mat4& a, const Mat4& b) {
    Mat4 product{};
    for (std::size_t row = 0; row < 4; ++row)
        for (std::size_t column = 0; column < 4; ++column)
            for (std::size_t k = 0; k < 4; ++k) product[4 * row + column] += a[4 * row + k] * b[4 * k + column];
    return product;
}

CameraAxes axesOf(const Camera& camera) {
    CameraAxes axes;
    axes.forward = normalised(camera.focal - camera.position);
    axes.right = cross(axes.forward, camera.up);
    if (length(axes.right) < 1e-9) axes.right = cross(axes.forward, std::abs(axes.forward[2]) < 0.9 ? Vec3d{0, 0, 1} : Vec3d{0, 1, 0});
    axes.right = normalised(axes.right);
    axes.up = cross(axes.right, axes.forward);
    return axes;
}

double focalDistance(const Camera& camera) { return length(camera.focal - camera.position); }

Mat4 viewMatrix(const Camera& camera) {
    const CameraAxes axes = axesOf(camera);
    const Vec3d& r = axes.right;
    const Vec3d& u = axes.up;
    const Vec3d b = -axes.forward;
    const Vec3d& p = camera.position;
    return {r[0], r[1], r[2], -dot(r, p), u[0], u[1], u[2], -dot(u, p), b[0], b[1], b[2], -dot(b, p), 0, 0, 0, 1};
}

Mat4 projectionMatrix(const Camera& camera, double aspect, const ClipRange& clip) {
    const double depth = clip.far - clip.near;
    if (camera.parallel) {
        const double s = 1 / camera.parallelScale;
        return {s / aspect, 0, 0, 0, 0, s, 0, 0, 0, 0, -2 / depth, -(clip.far + clip.near) / depth, 0, 0, 0, 1};
    }
    const double f = 1 / std::tan(halfAngle(camera));
    return {f / aspect, 0, 0, 0, 0, f, 0, 0, 0, 0, -(clip.far + clip.near) / depth, -2 * clip.far * clip.near / depth, 0, 0, -1, 0};
}

ClipRange clipRangeFor(const Camera& camera, const spatial::Bounds& bounds) {
    const Vec3d forward = axesOf(camera).forward;
    double near = std::numeric_limits<double>::max(), far = std::numeric_limits<double>::lowest();
    for (unsigned i = 0; i < 8; ++i) {
        const double distance = dot(corner(bounds, i) - camera.position, forward);
        near = std::min(near, distance);
        far = std::max(far, distance);
    }
    const double margin = 0.01 * (far - near) + 1e-6 * std::max(std::abs(far), std::abs(near)) + 1e-9;
    near -= margin;
    far += margin;
    if (camera.parallel) return {near, far};
    // A ratio of 1 : 10000 leaves 24 bits of depth about a thousandth of the distance at the far end.
    far = std::max(far, focalDistance(camera) * 1e-3);
    return {std::max(near, far * 1e-4), far};
}

Camera framed(Camera camera, const spatial::Bounds& bounds, double aspect) {
    const CameraAxes axes = axesOf(camera);
    const Vec3d centre = middle(bounds);
    const double radius = std::max(0.5 * length(corner(bounds, 7) - corner(bounds, 0)), 1e-6);
    const double tangent = std::tan(halfAngle(camera));
    double halfHeight = 1e-6 * radius, distance = 1e-6 * radius;
    for (unsigned i = 0; i < 8; ++i) {
        const Vec3d way = corner(bounds, i) - centre;
        const double across = std::max(std::abs(dot(way, axes.up)), std::abs(dot(way, axes.right)) / aspect);
        halfHeight = std::max(halfHeight, across);
        distance = std::max(distance, across / tangent - dot(way, axes.forward));
    }
    constexpr double kRoom = 1.08;
    camera.focal = centre;
    camera.parallelScale = kRoom * halfHeight;
    camera.position = centre - axes.forward * (camera.parallel ? std::max(2 * radius, camera.parallelScale / tangent) : kRoom * distance);
    return camera;
}

} // namespace rb::viewer3d
