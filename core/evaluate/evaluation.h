#pragma once

#include "core/metrics/caption_scores.h"
#include "core/metrics/confidence.h"
#include "core/train/samples.h"
#include "core/vlm/region_captioner.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace rb::evaluate {

/// One thing that was captioned, with what people wrote of it.
struct EvaluatedItem {
    std::string id;
    std::string modality;
    std::string candidate;
    std::vector<std::string> references;
    std::string name;              ///< of the object, where the data tells
    std::optional<bool> nameRight; ///< absent without a name
    metrics::CaptionScores scores;
};

struct Evaluation {
    metrics::CaptionScores corpus;
    metrics::Interval cider;             ///< 95 % of the mean
    std::vector<EvaluatedItem> items;
    std::optional<double> nameAccuracy;  ///< of the items with a name
    std::size_t fewestReferences = 0, mostReferences = 0; ///< of an item; CIDEr depends on them
};

/// Scores candidates that are there already; texts as people write them.
Evaluation score(std::vector<EvaluatedItem> items);

struct EvaluateOptions {
    vlm::GenerationOptions generation;
    std::function<void(std::size_t done, std::size_t total)> progress;
    std::stop_token stop;
};

/// Captions the regions, pictures and clouds of `samples` and scores them. Captions of the same thing
/// are references of one item. A medium that cannot be read is an error.
Result<Evaluation> evaluate(vlm::RegionCaptioner& captioner, const std::vector<train::Sample>& samples,
                            const EvaluateOptions& options);

} // namespace rb::evaluate
