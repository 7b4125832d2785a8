#pragma once

#include "core/geometry/box2.h"

#include <vector>

namespace rb::geometry {

struct Point2 {
    double x = 0;
    double y = 0;
    friend bool operator==(const Point2&, const Point2&) = default;
};

/// The outline of a region in picture pixels, y downwards.
struct Shape2 {
    enum class Kind {
        Box,        ///< `box` as it stands
        RotatedBox, ///< `box` turned about its centre by `angle`
        Polygon,    ///< `points` in order; `box` is their bounds
    };
    Kind kind = Kind::Box;
    Box2 box;
    double angle = 0;           ///< degrees, clockwise as seen on the screen, in (-180, 180]
    std::vector<Point2> points; ///< three or more, of a polygon

    friend bool operator==(const Shape2&, const Shape2&) = default;
};

Shape2 boxShape(const Box2& box);
Shape2 rotatedBox(const Box2& box, double angleDegrees);
/// Its `box` is set to the bounds.
Shape2 polygon(std::vector<Point2> points);

/// The smallest axis-aligned box around the shape: what the model is given.
Box2 boundsOf(const Shape2& shape);
Box2 boundsOf(const std::vector<Point2>& points);
/// Four corners clockwise from the upper left one before turning; a polygon's own points.
std::vector<Point2> cornersOf(const Shape2& shape);
/// In square pixels; of a polygon by the shoelace formula.
double areaOf(const Shape2& shape);
bool contains(const Shape2& shape, Point2 point);
/// The turned box with these four corners in order, when they are one (sides at right angles to
/// within `tolerance` pixels); else the polygon.
Shape2 fromFourCorners(const std::vector<Point2>& corners, double tolerance = 1e-3);
Shape2 moved(Shape2 shape, double dx, double dy);

} // namespace rb::geometry
