#include "core/spatial/minimum_rectangle.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace rb::spatial {
namespace {

using geometry::Point2;

double dot(Point2 a, Point2 b) { return a.x * b.x + a.y * b.y; }
Point2 minus(Point2 a, Point2 b) { return {a.x - b.x, a.y - b.y}; }
/// Twice the area of the triangle, positive when it turns left.
double turn(Point2 a, Point2 b, Point2 c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// Appends the corners of one half of the hull but its last.
template <typename Points>
void appendChain(const Points& points, std::vector<Point2>& hull) {
    const std::size_t start = hull.size();
    for (const Point2 point : points) {
        while (hull.size() >= start + 2 && turn(hull[hull.size() - 2], hull.back(), point) <= 0) hull.pop_back();
        hull.push_back(point);
    }
    hull.pop_back();
}

/// Width, height and middle of the hull as seen along an edge.
TurnedRectangle rectangleAlong(Point2 along, Point2 left, Point2 right, Point2 top, Point2 base) {
    const Point2 up{-along.y, along.x};
    const double low = dot(left, along), high = dot(right, along), bottom = dot(base, up), ceiling = dot(top, up);
    const double x = (low + high) / 2, y = (bottom + ceiling) / 2;
    return {{x * along.x + y * up.x, x * along.y + y * up.y}, high - low, ceiling - bottom, std::atan2(along.y, along.x)};
}

/// The same rectangle with its yaw in (-π/4, π/4].
TurnedRectangle upright(TurnedRectangle rectangle) {
    constexpr double kQuarter = std::numbers::pi / 2;
    const double quarters = std::ceil(rectangle.yaw / kQuarter - 0.5);
    rectangle.yaw -= quarters * kQuarter;
    if (std::fmod(quarters, 2) != 0) std::swap(rectangle.width, rectangle.height);
    return rectangle;
}

constexpr std::array<Point2, 8> kDirections{{{1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}}};

} // namespace

void Octagon::reachTo(Point2 point) {
    for (std::size_t i = 0; i < m_corners.size(); ++i) {
        const double reach = dot(kDirections[i], point);
        if (m_any && reach <= m_reach[i]) continue;
        m_reach[i] = reach;
        m_corners[i] = point;
    }
    m_any = true;
}

bool Octagon::holds(Point2 point) const {
    bool hasEdge = false;
    for (std::size_t i = 0; i < m_corners.size(); ++i) {
        const Point2 from = m_corners[i], to = m_corners[(i + 1) % m_corners.size()];
        if (from == to) continue;
        if (turn(from, to, point) <= 0) return false;
        hasEdge = true;
    }
    return hasEdge;
}

std::vector<Point2> convexHull(std::vector<Point2> points) {
    const auto before = [](Point2 a, Point2 b) { return std::pair(a.x, a.y) < std::pair(b.x, b.y); };
    std::sort(points.begin(), points.end(), before);
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 2) return points;
    std::vector<Point2> hull;
    appendChain(points, hull);
    std::reverse(points.begin(), points.end());
    appendChain(points, hull);
    return hull;
}

TurnedRectangle minimumRectangle(const std::vector<Point2>& hull) {
    if (hull.empty()) return {};
    if (hull.size() == 1) return {hull.front(), 0, 0, 0};
    TurnedRectangle best;
    double bestArea = std::numeric_limits<double>::infinity();
    std::array<std::size_t, 3> calipers{}; // farthest along the edge, away from it, and back along it
    for (std::size_t i = 0; i < hull.size(); ++i) {
        const Point2 edge = minus(hull[(i + 1) % hull.size()], hull[i]);
        const double length = std::hypot(edge.x, edge.y);
        const Point2 along{edge.x / length, edge.y / length};
        const std::array<Point2, 3> directions{{along, {-along.y, along.x}, {-along.x, -along.y}}};
        for (std::size_t c = 0; c < 3; ++c) {
            // Each caliper stands at or behind the one before it, and only ever goes on around the hull.
            calipers[c] = std::max(calipers[c], c == 0 ? i + 1 : calipers[c - 1]);
            const auto at = [&](std::size_t corner) { return dot(hull[corner % hull.size()], directions[c]); };
            while (calipers[c] < i + hull.size() && at(calipers[c] + 1) >= at(calipers[c])) ++calipers[c];
        }
        const auto corner = [&](std::size_t c) { return hull[calipers[c] % hull.size()]; };
        const TurnedRectangle rectangle = rectangleAlong(along, corner(2), corner(0), corner(1), hull[i]);
        const double area = rectangle.width * rectangle.height;
        if (area < bestArea) best = rectangle;
        bestArea = std::min(area, bestArea);
    }
    return upright(best);
}

} // namespace rb::spatial
