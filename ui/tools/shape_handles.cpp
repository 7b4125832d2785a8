#include "ui/tools/shape_handles.h"

#include "ui/tools/hit_test.h"
#include "ui/tools/shape_edit.h"

#include <array>
#include <cmath>

namespace rb::ui {

namespace {

using geometry::Shape2;

constexpr double kPointReach = 7;
constexpr double kEdgeReach = 6;
constexpr double kFrameOutset = 12; // of the handles round a polygon
constexpr double kTurnDistance = 26;

double distance(QPointF a, QPointF b) {
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

QRectF rectOf(const geometry::Box2& box) {
    return {box.x, box.y, box.width, box.height};
}

std::optional<std::size_t> pointAt(const Shape2& shape, QPointF pos) {
    std::optional<std::size_t> best;
    double nearest = kPointReach;
    for (std::size_t i = 0; i < shape.points.size(); ++i) {
        const double away = distance({shape.points[i].x, shape.points[i].y}, pos);
        if (away > nearest) continue;
        nearest = away;
        best = i;
    }
    return best;
}

Handle sideAt(const Shape2& shape, QPointF pos) {
    const Shape2 frame = handleFrame(shape);
    if (shape.kind != Shape2::Kind::Polygon)
        return handleAt(rectOf(frame.box), turnedAbout(pos, centreOf(frame), -frame.angle));
    const std::vector<QPointF> centres = handleCentres(shape);
    for (std::size_t i = 0; i < centres.size(); ++i)
        if (distance(centres[i], pos) <= kPointReach) return Handle(int(i) + 1);
    return Handle::None;
}

} // namespace

Shape2 handleFrame(const Shape2& shape) {
    if (shape.kind != Shape2::Kind::Polygon) return shape;
    geometry::Box2 box = geometry::boundsOf(shape);
    return geometry::boxShape(
        {box.x - kFrameOutset, box.y - kFrameOutset, box.width + 2 * kFrameOutset, box.height + 2 * kFrameOutset});
}

QPointF frameOffset(const Shape2& shape, Handle handle) {
    if (shape.kind != Shape2::Kind::Polygon || handle == Handle::None) return {};
    static constexpr std::array<std::array<int, 2>, 8> kOutwards{
        {{-1, -1}, {0, -1}, {1, -1}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}}};
    const auto& way = kOutwards[std::size_t(handle) - 1];
    return QPointF(-way[0], -way[1]) * kFrameOutset;
}

std::vector<QPointF> handleCentres(const Shape2& shape) {
    const Shape2 frame = handleFrame(shape);
    std::vector<QPointF> centres;
    for (const QPointF& centre : handleCentres(rectOf(frame.box)))
        centres.push_back(turnedAbout(centre, centreOf(frame), frame.angle));
    return centres;
}

QPointF turnGripCentre(const Shape2& shape, const QRectF& view) {
    const Shape2 frame = handleFrame(shape);
    const QRectF rect = rectOf(frame.box);
    const QPointF centre = rect.center();
    const QPointF above = turnedAbout({centre.x(), rect.top() - kTurnDistance}, centre, frame.angle);
    const QPointF below = turnedAbout({centre.x(), rect.bottom() + kTurnDistance}, centre, frame.angle);
    const QRectF room = view.adjusted(kPointReach, kPointReach, -kPointReach, -kPointReach);
    return !room.contains(above) && room.contains(below) ? below : above;
}

Grip gripAt(const Shape2& shape, QPointF pos, const QRectF& view) {
    if (const auto point = pointAt(shape, pos)) return {Grip::Kind::Point, Handle::None, *point};
    if (distance(turnGripCentre(shape, view), pos) <= kPointReach) return {Grip::Kind::Turn, Handle::None, 0};
    if (const Handle handle = sideAt(shape, pos); handle != Handle::None) return {Grip::Kind::Side, handle, 0};
    return {};
}

std::optional<std::size_t> edgeAt(const Shape2& shape, QPointF pos) {
    std::optional<std::size_t> best;
    double nearest = kEdgeReach;
    for (std::size_t i = 0; i < shape.points.size(); ++i) {
        const geometry::Point2 a = shape.points[i], b = shape.points[(i + 1) % shape.points.size()];
        const double away = distanceToSegment(pos, {a.x, a.y}, {b.x, b.y});
        if (away > nearest) continue;
        nearest = away;
        best = i;
    }
    return best;
}

Qt::CursorShape cursorFor(const Grip& grip, double angle) {
    if (grip.kind == Grip::Kind::Point) return Qt::CrossCursor;
    if (grip.kind == Grip::Kind::Turn) return Qt::PointingHandCursor;
    if (grip.kind == Grip::Kind::None || grip.handle == Handle::None) return Qt::ArrowCursor;
    // An eighth of a turn makes a corner look like the next side.
    const int steps = int(std::lround(angle / 45));
    const int turned = ((int(grip.handle) - 1 + steps) % 8 + 8) % 8;
    return cursorFor(Handle(turned + 1));
}

} // namespace rb::ui
