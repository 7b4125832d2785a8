#include "core/spatial/polygon_raster.h"

#include <algorithm>
#include <cmath>

namespace rb::spatial {

PolygonRaster::PolygonRaster(std::span<const geometry::Point2> corners)
    : m_edgesOfRow(kCells), m_cells(kCells * kCells, Side::Outside) {
    if (corners.size() >= 3) {
        m_bounds = geometry::boundsOf({corners.begin(), corners.end()});
        // The edges of a pointless bound would divide by nothing.
        m_bounds.width = std::max(m_bounds.width, 1e-9);
        m_bounds.height = std::max(m_bounds.height, 1e-9);
        for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++)
            m_edges.push_back({corners[i], corners[j]});
        for (std::uint32_t edge = 0; edge < m_edges.size(); ++edge) markEdge(edge);
        fill();
    }
    sumUp();
}

std::ptrdiff_t PolygonRaster::cellAt(double pixel, double start, double extent) {
    const double cell = std::floor((pixel - start) / extent * static_cast<double>(kCells));
    return static_cast<std::ptrdiff_t>(std::clamp(cell, -1.0, static_cast<double>(kCells)));
}

bool PolygonRaster::isInside(double x, double y, std::size_t row) const {
    bool inside = false;
    for (const std::uint32_t edge : m_edgesOfRow[row]) {
        const auto& [a, b] = m_edges[edge];
        if ((a.y > y) == (b.y > y)) continue;
        if (x < a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y)) inside = !inside;
    }
    return inside;
}

// A cell is marked when the edge passes within a thousandth of a cell of it, which covers all rounding.
void PolygonRaster::markEdge(std::uint32_t edge) {
    constexpr double kMargin = 1e-3;
    constexpr auto kLast = static_cast<std::ptrdiff_t>(kCells) - 1;
    const auto inCells = [&](geometry::Point2 point) {
        return geometry::Point2{(point.x - m_bounds.x) / m_bounds.width * kCells,
                                (point.y - m_bounds.y) / m_bounds.height * kCells};
    };
    geometry::Point2 a = inCells(m_edges[edge].from), b = inCells(m_edges[edge].to);
    if (a.y > b.y) std::swap(a, b);
    const auto cell = [&](double value) {
        return std::clamp(static_cast<std::ptrdiff_t>(std::floor(value)), std::ptrdiff_t{0}, kLast);
    };
    for (std::ptrdiff_t row = cell(a.y - kMargin); row <= cell(b.y + kMargin); ++row) {
        m_edgesOfRow[static_cast<std::size_t>(row)].push_back(edge);
        const double top = std::clamp(static_cast<double>(row) - kMargin, a.y, b.y);
        const double bottom = std::clamp(static_cast<double>(row) + 1 + kMargin, a.y, b.y);
        const double slope = b.y > a.y ? (b.x - a.x) / (b.y - a.y) : 0;
        double left = b.y > a.y ? a.x + (top - a.y) * slope : a.x;
        double right = b.y > a.y ? a.x + (bottom - a.y) * slope : b.x;
        if (left > right) std::swap(left, right);
        for (std::ptrdiff_t column = cell(left - kMargin); column <= cell(right + kMargin); ++column)
            m_cells[index(static_cast<std::size_t>(column), static_cast<std::size_t>(row))] = Side::Partly;
    }
}

void PolygonRaster::fill() {
    for (std::size_t row = 0; row < kCells; ++row) {
        const double y = m_bounds.y + (static_cast<double>(row) + 0.5) / kCells * m_bounds.height;
        Side known = Side::Partly; // of the cells since the last edge
        for (std::size_t column = 0; column < kCells; ++column) {
            Side& cell = m_cells[index(column, row)];
            if (cell == Side::Partly) {
                known = Side::Partly;
                continue;
            }
            const double x = m_bounds.x + (static_cast<double>(column) + 0.5) / kCells * m_bounds.width;
            if (known == Side::Partly) known = isInside(x, y, row) ? Side::Inside : Side::Outside;
            cell = known;
        }
    }
}

void PolygonRaster::sumUp() {
    m_sums.resize((kCells + 1) * (kCells + 1));
    for (std::size_t row = 0; row < kCells; ++row) {
        Counts ofRow;
        for (std::size_t column = 0; column < kCells; ++column) {
            const Side cell = m_cells[index(column, row)];
            ofRow.inside += cell == Side::Inside ? 1 : 0;
            ofRow.cut += cell == Side::Partly ? 1 : 0;
            const Counts& above = m_sums[row * (kCells + 1) + column + 1];
            m_sums[(row + 1) * (kCells + 1) + column + 1] = {above.inside + ofRow.inside, above.cut + ofRow.cut};
        }
    }
}

Side PolygonRaster::sideOf(const geometry::Box2& box) const {
    constexpr auto kEnd = static_cast<std::ptrdiff_t>(kCells);
    const std::ptrdiff_t left = cellAt(box.x, m_bounds.x, m_bounds.width);
    const std::ptrdiff_t top = cellAt(box.y, m_bounds.y, m_bounds.height);
    const std::ptrdiff_t right = cellAt(box.x + box.width, m_bounds.x, m_bounds.width);
    const std::ptrdiff_t bottom = cellAt(box.y + box.height, m_bounds.y, m_bounds.height);
    if (m_edges.empty() || right < 0 || bottom < 0 || left >= kEnd || top >= kEnd) return Side::Outside;
    const auto sumTo = [&](std::ptrdiff_t column, std::ptrdiff_t row) {
        return m_sums[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(row, 0, kEnd)) * (kCells + 1) +
                      static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(column, 0, kEnd))];
    };
    const Counts a = sumTo(left, top), b = sumTo(right + 1, top);
    const Counts c = sumTo(left, bottom + 1), d = sumTo(right + 1, bottom + 1);
    const std::uint32_t inside = d.inside - b.inside - c.inside + a.inside, cut = d.cut - b.cut - c.cut + a.cut;
    if (inside + cut == 0) return Side::Outside;
    const auto cells = static_cast<std::uint32_t>((right - left + 1) * (bottom - top + 1));
    return inside == cells ? Side::Inside : Side::Partly;
}

bool PolygonRaster::contains(double x, double y) const {
    const std::ptrdiff_t column = cellAt(x, m_bounds.x, m_bounds.width), row = cellAt(y, m_bounds.y, m_bounds.height);
    constexpr auto kEnd = static_cast<std::ptrdiff_t>(kCells);
    if (m_edges.empty() || column < 0 || row < 0 || column >= kEnd || row >= kEnd) return false;
    const Side cell = m_cells[index(static_cast<std::size_t>(column), static_cast<std::size_t>(row))];
    return cell == Side::Partly ? isInside(x, y, static_cast<std::size_t>(row)) : cell == Side::Inside;
}

} // namespace rb::spatial
