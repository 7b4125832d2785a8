#include "viewer3d/camera/camera_control.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rb::viewer3d {
namespace {

constexpr double kWheelFactor = 1.18;
constexpr double kDragZoom = 1.008;   // a pixel
constexpr double kFlightPart = 0.25;  // of the distance to what is looked at, a second
constexpr double kFast = 4;

Vec3d middle(const spatial::Bounds& bounds) {
    Vec3d centre{};
    for (std::size_t k = 0; k < 3; ++k) centre[k] = (double(bounds.min[k]) + double(bounds.max[k])) / 2;
    return centre;
}

double diagonal(const spatial::Bounds& bounds) {
    Vec3d size{};
    for (std::size_t k = 0; k < 3; ++k) size[k] = double(bounds.max[k]) - double(bounds.min[k]);
    return length(size);
}

} // namespace

void CameraControl::update() {
    m_projection = Projection(m_camera, m_width, m_height, clipRangeFor(m_camera, m_bounds));
}

void CameraControl::setCamera(const Camera& camera) {
    m_camera = camera;
    update();
}

void CameraControl::setViewSize(double width, double height) {
    m_width = std::max(1.0, width);
    m_height = std::max(1.0, height);
    update();
}

void CameraControl::setBounds(const spatial::Bounds& bounds) {
    m_bounds = bounds;
    update();
}

void CameraControl::beginDrag(Motion motion, QPointF pos, const std::optional<Vec3d>& under) {
    m_motion = motion;
    m_last = pos;
    m_grabbed = under.value_or(m_projection.placeAt(pos.x(), pos.y(), focalDistance(m_camera)));
}

bool CameraControl::dragTo(QPointF pos) {
    const QPointF step = pos - m_last;
    if (m_motion == Motion::None || step.isNull()) return false;
    m_last = pos;
    const double radians = std::numbers::pi / std::max(m_height, 1.0);
    switch (m_motion) {
    case Motion::Orbit: m_camera = orbited(m_camera, m_pivot, -step.x() * radians, step.y() * radians); break;
    case Motion::Pan: m_camera = panned(m_camera, m_projection, step.x(), step.y(), m_projection.distanceOf(m_grabbed)); break;
    case Motion::Zoom: m_camera = zoomed(m_camera, m_grabbed, std::pow(kDragZoom, -step.y())); break;
    case Motion::Roll: m_camera = rolled(m_camera, step.x() * radians); break;
    case Motion::None: break;
    }
    update();
    return true;
}

bool CameraControl::wheel(double steps, QPointF pos, const std::optional<Vec3d>& under) {
    if (steps == 0) return false;
    const Vec3d target = under.value_or(m_projection.placeAt(pos.x(), pos.y(), focalDistance(m_camera)));
    // Nearer than this nothing of the cloud is left in the view, and the way back would take for ever.
    const double nearest = 1e-5 * diagonal(m_bounds);
    const double reach = m_camera.parallel ? m_camera.parallelScale : length(target - m_camera.position);
    const double factor = std::pow(kWheelFactor, steps);
    if (factor > 1 && reach / factor < nearest) return false;
    m_camera = zoomed(m_camera, target, factor);
    update();
    return true;
}

void CameraControl::frame(const spatial::Bounds& bounds) {
    m_camera = framed(m_camera, bounds, m_width / m_height);
    m_pivot = middle(bounds);
    update();
}

void CameraControl::seeFrom(StandardView view, const spatial::Bounds& bounds) {
    m_camera = viewer3d::seenFrom(m_camera, view);
    frame(bounds);
}

void CameraControl::toggleProjection() {
    m_camera = withOtherProjection(m_camera);
    update();
}

void CameraControl::centreOn(const Vec3d& place) {
    m_camera = centredOn(m_camera, place);
    m_pivot = place;
    update();
}

bool CameraControl::flightKey(int key, Qt::KeyboardModifiers modifiers, bool pressed) {
    const auto same = [key](const FlightKey& held) { return held.key == key; };
    if (!pressed) return std::erase_if(m_flight, same) > 0;
    const Vec3d way = flightOf(m_preset, key, modifiers);
    if (way == Vec3d{}) return false;
    if (std::none_of(m_flight.begin(), m_flight.end(), same)) m_flight.push_back({key, way});
    return true;
}

bool CameraControl::fly(double seconds, bool fast) {
    Vec3d way{};
    for (const FlightKey& held : m_flight) way = way + held.way;
    if (way == Vec3d{}) return false;
    const double speed = std::max(focalDistance(m_camera), 0.02 * diagonal(m_bounds)) * kFlightPart * (fast ? kFast : 1);
    way = normalised(way) * (speed * seconds);
    if (m_camera.parallel) m_camera = zoomed(m_camera, m_camera.focal, std::exp(way[2] / std::max(m_camera.parallelScale, 1e-9)));
    m_camera = flown(m_camera, way[0], way[1], m_camera.parallel ? 0 : way[2]);
    update();
    return true;
}

} // namespace rb::viewer3d
