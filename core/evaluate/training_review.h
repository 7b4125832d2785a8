#pragma once

#include "core/evaluate/evaluation.h"
#include "core/train/training_observer.h"

#include <filesystem>
#include <set>
#include <string>

namespace rb::evaluate {

/// The held-out captions that a training is measured with while it runs.
class TrainingReview {
public:
    /// The split val of `data` as readSamples() reads it; at least `most` of its things, when there are so many, spread
    /// evenly over the media. `modalities`: only these; empty: all.
    static Result<TrainingReview> open(const std::filesystem::path& data, const std::set<std::string>& modalities, std::size_t most);

    bool empty() const { return m_samples.empty(); }
    /// As evaluate::evaluate(), with the model's own decoding.
    Result<Evaluation> evaluate(vlm::RegionCaptioner& captioner) const;
    /// The captions of one medium after the other, about `count`; each call goes on behind the last.
    Result<std::vector<EvaluatedItem>> sample(vlm::RegionCaptioner& captioner, std::size_t count);

private:
    std::vector<train::Sample> m_samples;
    std::size_t m_next = 0; ///< medium of the next sample()
};

/// "items", "bleu_4", "rouge_l", "cider", and "name_accuracy" where the data tell names.
train::Metrics metricsOf(const Evaluation& evaluation);

} // namespace rb::evaluate
