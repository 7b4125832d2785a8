#pragma once

#include <QString>

#include <vector>

namespace rb::query {

/// Counts of numbers between fixed bounds: bin i holds what is at least bounds[i] and below
/// bounds[i + 1]; the last has no upper bound. What lies below the first bound is in the first bin.
class Histogram {
public:
    Histogram() = default;
    explicit Histogram(std::vector<double> bounds) : m_bounds(std::move(bounds)), m_counts(m_bounds.size(), 0) {}

    /// One bin for each whole number from 0 on; the last holds `last` and more.
    static Histogram ofWhole(int last);

    void add(double value, qint64 times = 1);
    const std::vector<double>& bounds() const { return m_bounds; }
    const std::vector<qint64>& counts() const { return m_counts; }
    qint64 total() const { return m_total; }
    double mean() const { return m_total ? m_sum / static_cast<double>(m_total) : 0; }
    /// The lower bound of the bin in which the middle value lies.
    double median() const;

private:
    std::vector<double> m_bounds;
    std::vector<qint64> m_counts;
    qint64 m_total = 0;
    double m_sum = 0;
};

} // namespace rb::query
