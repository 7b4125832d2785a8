#pragma once

#include "core/geometry/shape2.h"
#include "core/spatial/convex_region.h"

namespace rb::spatial {

/// A polygon on the screen that answers quickly: a grid of cells knows which parts are inside, outside or cut by an edge.
/// Inside follows the even-odd rule, as geometry::contains() has it; of fewer than three corners nothing is inside.
class PolygonRaster {
public:
    explicit PolygonRaster(std::span<const geometry::Point2> corners);

    const geometry::Box2& bounds() const { return m_bounds; }
    /// Outside and Inside are sure.
    Side sideOf(const geometry::Box2& box) const;
    bool contains(double x, double y) const;

private:
    static constexpr std::size_t kCells = 256; // along each side
    struct Edge {
        geometry::Point2 from, to;
    };

    /// The cell of a pixel along one axis; those beyond the bounds are -1 and kCells.
    static std::ptrdiff_t cellAt(double pixel, double start, double extent);
    std::size_t index(std::size_t column, std::size_t row) const { return row * kCells + column; }
    void markEdge(std::uint32_t edge);
    void fill();
    void sumUp();
    /// Crossings of the row's edges to the right of the point, odd inside.
    bool isInside(double x, double y, std::size_t row) const;

    geometry::Box2 m_bounds;
    std::vector<Edge> m_edges;
    std::vector<std::vector<std::uint32_t>> m_edgesOfRow;
    std::vector<Side> m_cells;
    struct Counts {
        std::uint32_t inside = 0, cut = 0;
    };
    std::vector<Counts> m_sums; // of all cells above and to the left, [kCells + 1, kCells + 1]
};

} // namespace rb::spatial
