#pragma once

#include "core/runs/run_record.h"
#include "core/runs/votes.h"

namespace rb::ui {

/// Captions of the same regions by two models, or at two times, in the order of the first list; regions that only one has are
/// left out. Scores are CIDEr.
std::vector<runs::CaptionPair> pairsOf(const jobs::TrainingCaptions& a, const jobs::TrainingCaptions& b);

enum class PairOrder { Region, Gain, Loss, Difference };
/// Gain: what B is better at first; Loss: what it is worse at; Difference: what differs most, either way.
void sortPairs(std::vector<runs::CaptionPair>& pairs, PairOrder order);

} // namespace rb::ui
