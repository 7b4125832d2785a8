#include "core/geometry/shape2.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>

namespace rb::geometry {
namespace {

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

Point2 centreOf(const Box2& box) { return {box.x + box.width / 2, box.y + box.height / 2}; }

// y points down, so this turns clockwise on the screen.
Point2 turned(Point2 point, Point2 centre, double degrees) {
    const double c = std::cos(radians(degrees)), s = std::sin(radians(degrees));
    const double dx = point.x - centre.x, dy = point.y - centre.y;
    return {centre.x + dx * c - dy * s, centre.y + dx * s + dy * c};
}

std::vector<Point2> boxCorners(const Box2& box) {
    const double right = box.x + box.width, bottom = box.y + box.height;
    return {{box.x, box.y}, {right, box.y}, {right, bottom}, {box.x, bottom}};
}

double wrapped(double degrees) {
    const double turn = std::remainder(degrees, 360.0);
    return turn <= -180 ? turn + 360 : turn;
}

} // namespace

Shape2 boxShape(const Box2& box) { return {Shape2::Kind::Box, box, 0, {}}; }

Shape2 rotatedBox(const Box2& box, double angleDegrees) {
    return {Shape2::Kind::RotatedBox, box, wrapped(angleDegrees), {}};
}

Shape2 polygon(std::vector<Point2> points) {
    const Box2 bounds = boundsOf(points);
    return {Shape2::Kind::Polygon, bounds, 0, std::move(points)};
}

Box2 boundsOf(const std::vector<Point2>& points) {
    if (points.empty()) return {};
    const auto [left, right] = std::minmax_element(points.begin(), points.end(), [](Point2 a, Point2 b) { return a.x < b.x; });
    const auto [top, bottom] = std::minmax_element(points.begin(), points.end(), [](Point2 a, Point2 b) { return a.y < b.y; });
    return {left->x, top->y, right->x - left->x, bottom->y - top->y};
}

Box2 boundsOf(const Shape2& shape) {
    return shape.kind == Shape2::Kind::Box ? shape.box : boundsOf(cornersOf(shape));
}

std::vector<Point2> cornersOf(const Shape2& shape) {
    if (shape.kind == Shape2::Kind::Polygon) return shape.points;
    std::vector<Point2> corners = boxCorners(shape.box);
    if (shape.kind == Shape2::Kind::RotatedBox)
        for (Point2& corner : corners) corner = turned(corner, centreOf(shape.box), shape.angle);
    return corners;
}

double areaOf(const Shape2& shape) {
    if (shape.kind != Shape2::Kind::Polygon) return shape.box.width * shape.box.height;
    double twice = 0;
    for (std::size_t i = 0; i < shape.points.size(); ++i) {
        const Point2 a = shape.points[i], b = shape.points[(i + 1) % shape.points.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2;
}

// Jordan's even-odd rule.
bool contains(const Shape2& shape, Point2 point) {
    bool inside = false;
    const std::vector<Point2> corners = cornersOf(shape);
    for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
        const Point2 a = corners[i], b = corners[j];
        if ((a.y > point.y) == (b.y > point.y)) continue;
        if (point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y)) inside = !inside;
    }
    return inside;
}

Shape2 fromFourCorners(const std::vector<Point2>& corners, double tolerance) {
    if (corners.size() != 4) return polygon(corners);
    const auto [a, b, c, d] = std::tuple{corners[0], corners[1], corners[2], corners[3]};
    const double width = std::hypot(b.x - a.x, b.y - a.y), height = std::hypot(d.x - a.x, d.y - a.y);
    const double square = std::abs((b.x - a.x) * (d.x - a.x) + (b.y - a.y) * (d.y - a.y));
    const bool closes = std::hypot(b.x + d.x - a.x - c.x, b.y + d.y - a.y - c.y) <= tolerance;
    if (!closes || width <= 0 || height <= 0 || square > tolerance * std::max(width, height)) return polygon(corners);
    const bool clockwise = (b.x - a.x) * (d.y - a.y) - (b.y - a.y) * (d.x - a.x) > 0;
    if (!clockwise) return fromFourCorners({a, d, c, b}, tolerance);
    const Point2 centre{(a.x + c.x) / 2, (a.y + c.y) / 2};
    const double angle = std::atan2(b.y - a.y, b.x - a.x) * 180 / std::numbers::pi;
    const Box2 box{centre.x - width / 2, centre.y - height / 2, width, height};
    return angle == 0 ? boxShape(box) : rotatedBox(box, angle);
}

Shape2 moved(Shape2 shape, double dx, double dy) {
    shape.box.x += dx;
    shape.box.y += dy;
    for (Point2& point : shape.points) {
        point.x += dx;
        point.y += dy;
    }
    return shape;
}

} // namespace rb::geometry
