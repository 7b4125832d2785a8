#include "core/spatial/screen_queries.h"

#include "core/spatial/polygon_raster.h"
#include "core/spatial/select_places.h"

#include <algorithm>

namespace rb::spatial {
namespace {

/// A disc on the screen; its edge belongs to it.
class Disc {
public:
    Disc(geometry::Point2 centre, double radius) : m_centre(centre), m_radius(radius) {}

    geometry::Box2 bounds() const {
        return {m_centre.x - m_radius, m_centre.y - m_radius, 2 * m_radius, 2 * m_radius};
    }
    Side sideOf(const geometry::Box2& box) const {
        const double right = box.x + box.width, bottom = box.y + box.height;
        if (!contains(std::clamp(m_centre.x, box.x, right), std::clamp(m_centre.y, box.y, bottom))) return Side::Outside;
        const double x = m_centre.x - box.x > right - m_centre.x ? box.x : right;
        const double y = m_centre.y - box.y > bottom - m_centre.y ? box.y : bottom;
        return contains(x, y) ? Side::Inside : Side::Partly;
    }
    bool contains(double x, double y) const {
        const double dx = x - m_centre.x, dy = y - m_centre.y;
        return dx * dx + dy * dy <= m_radius * m_radius;
    }

private:
    geometry::Point2 m_centre;
    double m_radius;
};

/// The space that is shown within a shape on the screen.
template <typename Shape>
class ScreenRegion {
public:
    ScreenRegion(const ScreenView& view, const Shape& shape, const DepthBounds& depth)
        : m_projection(view), m_shape(shape), m_ends(m_projection.endsOf(depth)), m_around(sidesAround(shape.bounds())) {}

    Side sideOf(const Bounds& bounds) const {
        const Side ends = m_ends.sideOf(bounds);
        if (ends == Side::Outside) return ends;
        geometry::Box2 pixels;
        if (!m_projection.pixelsOf(bounds, pixels)) {
            return m_around.sideOf(bounds) == Side::Outside ? Side::Outside : Side::Partly;
        }
        const Side side = m_shape.sideOf(pixels);
        return side == Side::Inside ? ends : side;
    }

    bool contains(const float* point) const {
        geometry::Point2 pixel;
        return m_ends.contains(point) && m_projection.pixelOf(point, pixel) && m_shape.contains(pixel.x, pixel.y);
    }

private:
    /// One pixel wider, so that they never contradict the shape.
    std::vector<Plane> sidesAround(const geometry::Box2& shape) const {
        return m_projection.sidesOf({shape.x - 1, shape.y - 1, shape.width + 2, shape.height + 2});
    }

    Projection m_projection;
    const Shape& m_shape;
    ConvexRegion m_ends;
    ConvexRegion m_around;
};

} // namespace

PointSelection pointsInScreenPolygon(const PointOctree& octree, const ScreenView& view,
                                     std::span<const geometry::Point2> corners, const DepthBounds& depth, int threads) {
    const PolygonRaster polygon(corners);
    return selectPlaces(octree, ScreenRegion(view, polygon, depth), threads);
}

PointSelection pointsInScreenDisc(const PointOctree& octree, const ScreenView& view, geometry::Point2 centre,
                                  double radius, const DepthBounds& depth, int threads) {
    const Disc disc(centre, radius);
    return selectPlaces(octree, ScreenRegion(view, disc, depth), threads);
}

} // namespace rb::spatial
