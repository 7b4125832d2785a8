#pragma once

#include "core/vlm/generation/generation.h"

#include <vector>

namespace rb::vlm {

/// The best finished hypotheses of one item, at most as many as there are beams.
class FinishedHypotheses {
public:
    explicit FinishedHypotheses(std::size_t limit) : m_limit(limit) {}

    /// Keeps `hypothesis` when there is room or it beats the worst, which then goes.
    void add(Hypothesis hypothesis);
    bool full() const { return m_kept.size() >= m_limit; }
    bool empty() const { return m_kept.empty(); }
    std::size_t size() const { return m_kept.size(); }
    /// Score of the worst kept one; call only when not empty().
    double worst() const;
    /// The best `count`, best first; of equal scores the one that finished later, as the reference's
    /// sort gives them.
    std::vector<Hypothesis> best(std::size_t count) const;

private:
    std::size_t m_limit;
    std::vector<Hypothesis> m_kept; ///< in the order of finishing
};

} // namespace rb::vlm
