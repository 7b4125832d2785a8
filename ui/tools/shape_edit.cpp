#include "ui/tools/shape_edit.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rb::ui {

namespace {

using geometry::Box2;
using geometry::Point2;
using geometry::Shape2;

/// -1: the lower end of an axis is dragged, 1: the upper one, 0: neither.
int sideways(Handle handle) {
    if (handle == Handle::Top || handle == Handle::Bottom || handle == Handle::None) return 0;
    return handle == Handle::TopLeft || handle == Handle::Left || handle == Handle::BottomLeft ? -1 : 1;
}

int upright(Handle handle) {
    if (handle == Handle::Left || handle == Handle::Right || handle == Handle::None) return 0;
    return handle == Handle::TopLeft || handle == Handle::Top || handle == Handle::TopRight ? -1 : 1;
}

double reached(double low, double size, int end, double pos, bool fromCentre) {
    if (end == 0) return size;
    const double length = fromCentre ? 2 * end * (pos - low - size / 2) : end > 0 ? pos - low : low + size - pos;
    return std::max(kMinBoxSide, length);
}

double newLow(double low, double size, int end, double newSize, bool fromCentre) {
    if (end == 0 || fromCentre) return low + (size - newSize) / 2;
    return end > 0 ? low : low + size - newSize;
}

/// `pos` is in the box's own axes, before turning.
Box2 resizedInOwnAxes(const Box2& box, Handle handle, QPointF pos, const DragRule& rule) {
    const int x = sideways(handle), y = upright(handle);
    double width = reached(box.x, box.width, x, pos.x(), rule.fromCentre);
    double height = reached(box.y, box.height, y, pos.y(), rule.fromCentre);
    if (rule.aspect > 0 && x != 0 && y != 0) {
        width = std::max(width, height * rule.aspect);
        height = width / rule.aspect;
    }
    return {newLow(box.x, box.width, x, width, rule.fromCentre),
            newLow(box.y, box.height, y, height, rule.fromCentre), width, height};
}

Shape2 resizedTurned(const Shape2& shape, Handle handle, QPointF pos, const DragRule& rule) {
    const QPointF centre = centreOf(shape);
    Box2 box = resizedInOwnAxes(shape.box, handle, turnedAbout(pos, centre, -shape.angle), rule);
    const QPointF own(box.x + box.width / 2, box.y + box.height / 2);
    const QPointF moved = turnedAbout(own, centre, shape.angle) - own;
    return geometry::rotatedBox(movedBy(box, moved), shape.angle);
}

Shape2 stretched(const Shape2& shape, const Box2& to) {
    const Box2 from = geometry::boundsOf(shape);
    const double x = from.width > 0 ? to.width / from.width : 1, y = from.height > 0 ? to.height / from.height : 1;
    std::vector<Point2> points = shape.points;
    for (Point2& point : points)
        point = {to.x + (point.x - from.x) * x, to.y + (point.y - from.y) * y};
    return geometry::polygon(std::move(points));
}

Point2 inside(QPointF pos, QSizeF picture) {
    return {std::clamp(pos.x(), 0.0, picture.width()), std::clamp(pos.y(), 0.0, picture.height())};
}

} // namespace

QPointF centreOf(const Shape2& shape) {
    const Box2 box = shape.kind == Shape2::Kind::Polygon ? geometry::boundsOf(shape) : shape.box;
    return {box.x + box.width / 2, box.y + box.height / 2};
}

QPointF turnedAbout(QPointF point, QPointF centre, double degrees) {
    const double angle = degrees * std::numbers::pi / 180;
    const QPointF way = point - centre;
    return centre + QPointF(way.x() * std::cos(angle) - way.y() * std::sin(angle),
                            way.x() * std::sin(angle) + way.y() * std::cos(angle));
}

double directionDegrees(QPointF from, QPointF to) {
    return std::atan2(to.y() - from.y(), to.x() - from.x()) * 180 / std::numbers::pi;
}

Shape2 resizedShape(const Shape2& shape, Handle handle, QPointF pos, const DragRule& rule, QSizeF picture) {
    switch (shape.kind) {
    case Shape2::Kind::Box:
        return geometry::boxShape(resized(shape.box, handle, pos, rule, picture));
    case Shape2::Kind::RotatedBox:
        return resizedTurned(shape, handle, pos, rule);
    case Shape2::Kind::Polygon:
        break;
    }
    return stretched(shape, resized(geometry::boundsOf(shape), handle, pos, rule, picture));
}

Shape2 turnedBy(const Shape2& shape, double degrees, QSizeF picture) {
    if (shape.kind != Shape2::Kind::Polygon) {
        const Shape2 turned = geometry::rotatedBox(shape.box, shape.angle + degrees);
        return std::abs(turned.angle) < 1e-9 ? geometry::boxShape(shape.box) : turned;
    }
    std::vector<Point2> points = shape.points;
    for (Point2& point : points)
        point = inside(turnedAbout({point.x, point.y}, centreOf(shape), degrees), picture);
    return geometry::polygon(std::move(points));
}

Shape2 withPointAt(const Shape2& polygon, std::size_t index, QPointF pos, QSizeF picture) {
    std::vector<Point2> points = polygon.points;
    if (index < points.size()) points[index] = inside(pos, picture);
    return geometry::polygon(std::move(points));
}

Shape2 withPointAfter(const Shape2& polygon, std::size_t index, QPointF pos, QSizeF picture) {
    std::vector<Point2> points = polygon.points;
    const auto place = points.begin() + std::ptrdiff_t(std::min(index + 1, points.size()));
    points.insert(place, inside(pos, picture));
    return geometry::polygon(std::move(points));
}

Shape2 withoutPoint(const Shape2& polygon, std::size_t index) {
    std::vector<Point2> points = polygon.points;
    if (points.size() > kFewestPoints && index < points.size()) points.erase(points.begin() + std::ptrdiff_t(index));
    return geometry::polygon(std::move(points));
}

bool isLargeEnough(const Shape2& shape) {
    if (shape.kind != Shape2::Kind::Polygon) return isLargeEnough(shape.box);
    return shape.points.size() >= kFewestPoints && geometry::areaOf(shape) >= kMinBoxSide * kMinBoxSide / 2;
}

} // namespace rb::ui
