#pragma once

#include "core/geometry/shape2.h"

#include <array>
#include <vector>

namespace rb::spatial {

/// A rectangle in a plane whose y axis points up.
struct TurnedRectangle {
    geometry::Point2 center;
    double width = 0;   ///< along the direction of yaw
    double height = 0;
    double yaw = 0;     ///< radians, counter-clockwise, in (-π/4, π/4]
};

/// The farthest of some points in eight directions. Points within are no corners of their hull (Akl and Toussaint 1978),
/// and of many points nearly all are: the hull need not sort them.
class Octagon {
public:
    void reachTo(geometry::Point2 point);
    /// Truly inside; corners and edges are not.
    bool holds(geometry::Point2 point) const;

private:
    std::array<geometry::Point2, 8> m_corners{};
    std::array<double, 8> m_reach{};
    bool m_any = false;
};

/// Corners of the convex hull, counter-clockwise, none on the line between its neighbours (Andrew 1979). Of equal points
/// one, of points in a line two.
std::vector<geometry::Point2> convexHull(std::vector<geometry::Point2> points);

/// The rectangle of the smallest area around a hull from convexHull(): one side lies along an edge of the hull (Freeman
/// and Shapira 1975), and all edges are tried with rotating calipers (Toussaint 1983). Of no corners: nothing.
TurnedRectangle minimumRectangle(const std::vector<geometry::Point2>& hull);

} // namespace rb::spatial
