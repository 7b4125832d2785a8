#include "ui/training/plot_decimation.h"

#include <algorithm>
#include <cmath>

namespace rb::ui {
namespace {

/// What one column of pixels keeps, in the order of x.
class Column {
public:
    void add(const QPointF& point) {
        if (m_count++ == 0) m_first = m_lowest = m_highest = point;
        if (point.y() < m_lowest.y()) m_lowest = point;
        if (point.y() > m_highest.y()) m_highest = point;
        m_last = point;
    }
    void moveTo(std::vector<QPointF>& line) {
        if (m_count == 0) return;
        QPointF kept[] = {m_first, m_lowest, m_highest, m_last};
        std::stable_sort(std::begin(kept), std::end(kept), [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); });
        for (const QPointF& point : kept)
            if (line.empty() || line.back().x() != point.x() || line.back().y() != point.y()) line.push_back(point);
        m_count = 0;
    }

private:
    QPointF m_first, m_lowest, m_highest, m_last;
    int m_count = 0;
};

} // namespace

std::vector<std::vector<QPointF>> decimated(const std::vector<QPointF>& points, double first, double last, int columns) {
    const auto before = [](const QPointF& point, double x) { return point.x() < x; };
    auto from = std::lower_bound(points.begin(), points.end(), first, before);
    auto to = std::upper_bound(from, points.end(), last, [](double x, const QPointF& point) { return x < point.x(); });
    if (from != points.begin()) --from;
    if (to != points.end()) ++to;
    const double scale = last > first ? std::max(1, columns) / (last - first) : 0;
    std::vector<std::vector<QPointF>> lines(1);
    Column column;
    double place = -1;
    for (auto point = from; point != to; ++point) {
        if (!std::isfinite(point->y())) {
            column.moveTo(lines.back());
            if (!lines.back().empty()) lines.emplace_back();
            continue;
        }
        const double own = std::floor((point->x() - first) * scale);
        if (own != place) column.moveTo(lines.back());
        place = own;
        column.add(*point);
    }
    column.moveTo(lines.back());
    if (lines.back().empty()) lines.pop_back();
    return lines;
}

} // namespace rb::ui
