#pragma once

#include <array>
#include <string>
#include <vector>

namespace rb::metrics {

/// A caption and what people wrote, tokenised: words joined by single spaces.
struct ScoredItem {
    std::string id;
    std::string candidate;
    std::vector<std::string> references;
};

/// BLEU-1 … 4 (Papineni et al. 2002, closest reference length), ROUGE-L (Lin 2004, β = 1.2), CIDEr-D
/// without its robust changes (Vedantam et al. 2015), all as pycocoevalcap 1.2 computes them.
struct CaptionScores {
    std::array<double, 4> bleu{};
    double rougeL = 0;
    double cider = 0;
};

struct ScoreReport {
    CaptionScores corpus;              ///< BLEU from summed counts, the others means
    std::vector<CaptionScores> items;  ///< CIDEr by the document frequencies of all items
};

ScoreReport scoreCaptions(const std::vector<ScoredItem>& items);

} // namespace rb::metrics
