#include "viewer3d/camera/projection.h"

#include <algorithm>
#include <numbers>

namespace rb::viewer3d {

Projection::Projection(const Camera& camera, double width, double height, const ClipRange& clip)
    : m_camera(camera), m_axes(axesOf(camera)), m_clip(clip), m_width(std::max(1.0, width)), m_height(std::max(1.0, height)),
      m_tangent(std::tan(camera.viewAngle * std::numbers::pi / 360)) {
    m_viewProjection = projectionMatrix(camera, m_width / m_height, clip) * viewMatrix(camera);
}

Mat4 Projection::worldToPixels() const {
    const double w = m_width / 2, h = m_height / 2;
    const Mat4 toPixels{w, 0, 0, w, 0, -h, 0, h, 0, 0, 0.5, 0.5, 0, 0, 0, 1};
    return toPixels * m_viewProjection;
}

std::optional<ScreenPoint> Projection::toScreen(const Vec3d& place) const {
    const Vec3d way = place - m_camera.position;
    const double distance = dot(way, m_axes.forward);
    if (!m_camera.parallel && distance <= 0) return std::nullopt;
    const double scale = 1 / unitsPerPixel(distance);
    return ScreenPoint{m_width / 2 + dot(way, m_axes.right) * scale, m_height / 2 - dot(way, m_axes.up) * scale, distance};
}

Ray Projection::rayAt(double x, double y) const {
    if (m_camera.parallel) return {placeAt(x, y, m_clip.near), m_axes.forward};
    return {m_camera.position, normalised(placeAt(x, y, 1) - m_camera.position)};
}

Vec3d Projection::placeAt(double x, double y, double distance) const {
    const double scale = unitsPerPixel(distance);
    return m_camera.position + m_axes.forward * distance + m_axes.right * ((x - m_width / 2) * scale) -
           m_axes.up * ((y - m_height / 2) * scale);
}

double Projection::distanceOf(const Vec3d& place) const { return dot(place - m_camera.position, m_axes.forward); }

double Projection::unitsPerPixel(double distance) const {
    return 2 * (m_camera.parallel ? m_camera.parallelScale : distance * m_tangent) / m_height;
}

} // namespace rb::viewer3d
