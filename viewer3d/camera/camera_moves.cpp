#include "viewer3d/camera/camera_moves.h"

#include <algorithm>
#include <numbers>

namespace rb::viewer3d {
namespace {

constexpr Vec3d kZ{0, 0, 1};

Camera turnedAbout(Camera camera, const Vec3d& pivot, const Vec3d& axis, double angle) {
    camera.position = pivot + turned(camera.position - pivot, axis, angle);
    camera.focal = pivot + turned(camera.focal - pivot, axis, angle);
    camera.up = turned(camera.up, axis, angle);
    return camera;
}

struct Side {
    Vec3d eye; ///< from the focal point
    Vec3d up;
};

Side sideOf(StandardView view) {
    switch (view) {
    case StandardView::Front: return {{0, -1, 0}, kZ};
    case StandardView::Back: return {{0, 1, 0}, kZ};
    case StandardView::Right: return {{1, 0, 0}, kZ};
    case StandardView::Left: return {{-1, 0, 0}, kZ};
    case StandardView::Top: return {{0, 0, 1}, {0, 1, 0}};
    case StandardView::Bottom: return {{0, 0, -1}, {0, -1, 0}};
    }
    return {};
}

} // namespace

Camera orbited(Camera camera, const Vec3d& pivot, double azimuth, double elevation) {
    camera.up = axesOf(camera).up;
    camera = turnedAbout(camera, pivot, kZ, azimuth);
    const CameraAxes axes = axesOf(camera);
    // Of the upright camera; past the poles the horizon would turn over.
    const double now = std::asin(std::clamp(-axes.forward[2], -1.0, 1.0));
    const double wanted = std::clamp(now + elevation, -std::numbers::pi / 2, std::numbers::pi / 2);
    return turnedAbout(camera, pivot, axes.right, now - wanted);
}

Camera rolled(Camera camera, double angle) {
    const CameraAxes axes = axesOf(camera);
    camera.up = turned(axes.up, axes.forward, angle);
    return camera;
}

Camera panned(Camera camera, const Projection& projection, double dx, double dy, double distance) {
    const CameraAxes axes = axesOf(camera);
    const double scale = projection.unitsPerPixel(distance);
    const Vec3d way = axes.up * (dy * scale) - axes.right * (dx * scale);
    camera.position = camera.position + way;
    camera.focal = camera.focal + way;
    return camera;
}

Camera zoomed(Camera camera, const Vec3d& target, double factor) {
    const double part = 1 - 1 / factor;
    if (camera.parallel) {
        const CameraAxes axes = axesOf(camera);
        const Vec3d way = target - camera.focal;
        const Vec3d across = (way - axes.forward * dot(way, axes.forward)) * part;
        camera.parallelScale /= factor;
        camera.position = camera.position + across;
        camera.focal = camera.focal + across;
        return camera;
    }
    camera.position = camera.position + (target - camera.position) * part;
    camera.focal = camera.focal + (target - camera.focal) * part;
    return camera;
}

Camera flown(Camera camera, double right, double up, double forward) {
    const CameraAxes axes = axesOf(camera);
    const Vec3d way = axes.right * right + kZ * up + axes.forward * forward;
    camera.position = camera.position + way;
    camera.focal = camera.focal + way;
    return camera;
}

Camera seenFrom(Camera camera, StandardView view) {
    const Side side = sideOf(view);
    camera.position = camera.focal + side.eye * focalDistance(camera);
    camera.up = side.up;
    return camera;
}

Camera withOtherProjection(Camera camera) {
    const double tangent = std::tan(camera.viewAngle * std::numbers::pi / 360);
    if (camera.parallel) {
        camera.position = camera.focal - axesOf(camera).forward * (camera.parallelScale / tangent);
    } else {
        camera.parallelScale = focalDistance(camera) * tangent;
    }
    camera.parallel = !camera.parallel;
    return camera;
}

Camera centredOn(Camera camera, const Vec3d& place) {
    camera.position = camera.position + (place - camera.focal);
    camera.focal = place;
    return camera;
}

} // namespace rb::viewer3d
