#pragma once

#include "core/geometry/box2.h"
#include "core/geometry/shape2.h"
#include "core/spatial/convex_region.h"

namespace rb::spatial {

/// How a viewport shows a cloud.
struct ScreenView {
    /// Row-major, for columns: clip = M · (x, y, z, 1), with OpenGL's clip space, where -w <= x, y, z <= w is seen.
    std::array<double, 16> viewProjection{};
    double width = 0;   ///< of the viewport in pixels; (0, 0) is its upper left corner, y grows downwards
    double height = 0;
};

/// Which depths along the view axis count, both ends included, in the cloud's units: the distance from the eye's plane
/// in a perspective view, and from the middle of the clipped space in a parallel one.
struct DepthBounds {
    double near = -std::numeric_limits<double>::infinity();
    double far = std::numeric_limits<double>::infinity();
};

struct ScreenPoint {
    double x = 0;       ///< pixels
    double y = 0;
    double depth = 0;   ///< as in DepthBounds
};

/// A view's matrix taken apart. The camera may be any with a rigid view matrix and a perspective or parallel projection.
class Projection {
public:
    explicit Projection(const ScreenView& view);

    /// Meaningless where isBehind().
    ScreenPoint operator()(const float* point) const;
    /// Where a point is shown; false behind the eye's plane and on it.
    bool pixelOf(const float* point, geometry::Point2& pixel) const {
        const double w = m_w.at(point);
        if (w <= 0) return false;
        pixel = {(m_x.at(point) / w + 1) / 2 * m_width, (1 - m_y.at(point) / w) / 2 * m_height};
        return true;
    }
    /// Behind the eye's plane, or on it, where nothing has a place on the screen.
    bool isBehind(const float* point) const { return m_w.at(point) <= 0; }
    double depthOf(const float* point) const { return m_depth.at(point); }
    /// The rectangle in which all of the box is shown, rounding included; false when a part of it is behind the eye.
    bool pixelsOf(const Bounds& bounds, geometry::Box2& pixels) const;
    /// Smallest depth of any place in the box.
    double nearestDepth(const Bounds& bounds) const;
    /// The edge of a pixel at a depth, in the cloud's units.
    double pixelSize(double depth) const;

    /// The four planes at the sides of a rectangle of the viewport.
    std::vector<Plane> sidesOf(const geometry::Box2& pixels) const;
    /// The view's near and far planes, and those of `depth` that are finite.
    std::vector<Plane> endsOf(const DepthBounds& depth) const;
    /// sidesOf() and endsOf(): all that is seen in the rectangle and within the depths.
    std::vector<Plane> frustumOf(const geometry::Box2& pixels, const DepthBounds& depth = {}) const;

private:
    Plane m_x, m_y, m_z, m_w; // rows of the matrix
    Plane m_depth;
    double m_width, m_height;
    double m_pixelsPerUnit; // of a parallel view; of a perspective one at depth 1
    bool m_perspective;
};

inline std::vector<Plane> frustumOf(const ScreenView& view, const geometry::Box2& pixels, const DepthBounds& depth = {}) {
    return Projection(view).frustumOf(pixels, depth);
}

} // namespace rb::spatial
