#include "core/metrics/caption_scores.h"

#include "core/metrics/metric_parts.h"

namespace rb::metrics {

ScoreReport scoreCaptions(const std::vector<ScoredItem>& items) {
    ScoreReport report;
    report.items.resize(items.size());
    if (items.empty()) return report;
    addBleu(items, report);
    addRougeL(items, report);
    addCider(items, report);
    return report;
}

} // namespace rb::metrics
