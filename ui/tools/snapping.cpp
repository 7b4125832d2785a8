#include "ui/tools/snapping.h"

#include <algorithm>
#include <cmath>

namespace rb::ui {

namespace {
constexpr double kReach = 6; // widget pixels
} // namespace

Snapper::Snapper(const Canvas& canvas, const QSet<qint64>& except)
    : m_x{0, canvas.pictureSize().width()}, m_y{0, canvas.pictureSize().height()},
      m_reach(kReach / canvas.transform().scale()) {
    const RegionIndex& index = canvas.index();
    for (const std::uint32_t place : index.meeting(canvas.transform().toPicture(canvas.viewRect()))) {
        const CanvasRegion& region = index.region(place);
        if (region.hidden || except.contains(region.id)) continue;
        const geometry::Box2& box = index.bounds(place);
        m_x.insert(m_x.end(), {box.x, box.x + box.width});
        m_y.insert(m_y.end(), {box.y, box.y + box.height});
    }
    std::sort(m_x.begin(), m_x.end());
    std::sort(m_y.begin(), m_y.end());
}

std::optional<double> Snapper::nearest(const std::vector<double>& lines, double value) const {
    const auto above = std::lower_bound(lines.begin(), lines.end(), value);
    std::optional<double> best;
    if (above != lines.end()) best = *above;
    if (above != lines.begin() && (!best || value - *std::prev(above) < *best - value)) best = *std::prev(above);
    return best && std::abs(*best - value) <= m_reach ? best : std::nullopt;
}

QPointF Snapper::snapped(QPointF picturePos, Guides& guides) const {
    guides.x = nearest(m_x, picturePos.x());
    guides.y = nearest(m_y, picturePos.y());
    return {guides.x.value_or(picturePos.x()), guides.y.value_or(picturePos.y())};
}

QPointF Snapper::correction(const geometry::Box2& bounds, Guides& guides) const {
    const auto along = [this](const std::vector<double>& lines, double low, double size, std::optional<double>& guide) {
        const auto first = nearest(lines, low), second = nearest(lines, low + size);
        const double toFirst = first ? *first - low : INFINITY, toSecond = second ? *second - low - size : INFINITY;
        const bool lower = std::abs(toFirst) <= std::abs(toSecond);
        guide = lower ? first : second;
        return !guide ? 0.0 : lower ? toFirst : toSecond;
    };
    const double x = along(m_x, bounds.x, bounds.width, guides.x);
    const double y = along(m_y, bounds.y, bounds.height, guides.y);
    return {x, y};
}

} // namespace rb::ui
