#pragma once

#include "core/metrics/caption_scores.h"

namespace rb::metrics {

/// Each fills its part of the report; `report.items` has one entry an item.
void addBleu(const std::vector<ScoredItem>& items, ScoreReport& report);
void addRougeL(const std::vector<ScoredItem>& items, ScoreReport& report);
void addCider(const std::vector<ScoredItem>& items, ScoreReport& report);

} // namespace rb::metrics
