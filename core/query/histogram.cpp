#include "core/query/histogram.h"

#include <algorithm>
#include <cmath>

namespace rb::query {

Histogram Histogram::ofWhole(int last) {
    std::vector<double> bounds;
    for (int i = 0; i <= last; ++i) bounds.push_back(i);
    return Histogram(std::move(bounds));
}

void Histogram::add(double value, qint64 times) {
    if (!std::isfinite(value) || m_bounds.empty()) return;
    const auto above = std::upper_bound(m_bounds.begin(), m_bounds.end(), value);
    const auto bin = above == m_bounds.begin() ? 0 : above - m_bounds.begin() - 1;
    m_counts[static_cast<std::size_t>(bin)] += times;
    m_total += times;
    m_sum += value * static_cast<double>(times);
}

double Histogram::median() const {
    qint64 below = 0;
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        if ((below += m_counts[i]) * 2 > m_total) return m_bounds[i];
    return 0;
}

} // namespace rb::query
