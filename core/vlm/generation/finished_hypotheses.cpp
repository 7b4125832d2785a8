#include "core/vlm/generation/finished_hypotheses.h"

#include <algorithm>

namespace rb::vlm {

static bool lower(const Hypothesis& a, const Hypothesis& b) { return a.score < b.score; }

double FinishedHypotheses::worst() const { return std::min_element(m_kept.begin(), m_kept.end(), lower)->score; }

void FinishedHypotheses::add(Hypothesis hypothesis) {
    if (full()) {
        if (hypothesis.score <= worst()) return;
        m_kept.erase(std::min_element(m_kept.begin(), m_kept.end(), lower));
    }
    m_kept.push_back(std::move(hypothesis));
}

std::vector<Hypothesis> FinishedHypotheses::best(std::size_t count) const {
    std::vector<Hypothesis> sorted(m_kept.rbegin(), m_kept.rend());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return lower(b, a); });
    if (sorted.size() > count) sorted.resize(count);
    return sorted;
}

} // namespace rb::vlm
