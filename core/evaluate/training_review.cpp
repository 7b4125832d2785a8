#include "core/evaluate/training_review.h"

#include "core/evaluate/sample_media.h"

#include <algorithm>

namespace rb::evaluate {
namespace {

using Samples = std::vector<train::Sample>;

/// All samples of these media.
Samples samplesOf(const Samples& all, const std::vector<SampleMedium>& media) {
    Samples chosen;
    for (const SampleMedium& medium : media)
        for (const auto& place : medium.all)
            for (const std::size_t sample : place) chosen.push_back(all[sample]);
    return chosen;
}

/// Every n-th medium, so that about `most` places remain.
std::vector<SampleMedium> spread(const std::vector<SampleMedium>& media, std::size_t most) {
    std::size_t places = 0;
    for (const SampleMedium& medium : media) places += medium.samples.size();
    const std::size_t every = std::max<std::size_t>(1, places / std::max<std::size_t>(1, most));
    std::vector<SampleMedium> chosen;
    for (std::size_t i = 0; i < media.size(); i += every) chosen.push_back(media[i]);
    return chosen;
}

} // namespace

Result<TrainingReview> TrainingReview::open(const std::filesystem::path& data, const std::set<std::string>& modalities, std::size_t most) {
    auto samples = train::readSamples(data, train::Split::Val);
    if (!samples.ok()) return samples.error();
    std::error_code ignored;
    std::erase_if(*samples, [&](const train::Sample& sample) {
        return (!modalities.empty() && !modalities.contains(sample.modality)) || !std::filesystem::exists(sample.media, ignored);
    });
    TrainingReview review;
    review.m_samples = samplesOf(*samples, spread(mediaOf(*samples), most));
    return review;
}

Result<Evaluation> TrainingReview::evaluate(vlm::RegionCaptioner& captioner) const {
    EvaluateOptions options;
    options.generation = captioner.description().generation;
    return evaluate::evaluate(captioner, m_samples, options);
}

Result<std::vector<EvaluatedItem>> TrainingReview::sample(vlm::RegionCaptioner& captioner, std::size_t count) {
    const std::vector<SampleMedium> media = mediaOf(m_samples);
    std::vector<SampleMedium> next;
    std::size_t places = 0;
    while (next.size() < media.size() && places < count) {
        next.push_back(media[m_next++ % media.size()]);
        places += next.back().samples.size();
    }
    EvaluateOptions options;
    options.generation = captioner.description().generation;
    auto evaluation = evaluate::evaluate(captioner, samplesOf(m_samples, next), options);
    if (!evaluation.ok()) return evaluation.error();
    return std::move(evaluation->items);
}

train::Metrics metricsOf(const Evaluation& evaluation) {
    train::Metrics metrics{{"items", static_cast<double>(evaluation.items.size())},
                                          {"bleu_4", evaluation.corpus.bleu[3]},
                                          {"rouge_l", evaluation.corpus.rougeL},
                                          {"cider", evaluation.corpus.cider}};
    if (evaluation.nameAccuracy) metrics["name_accuracy"] = *evaluation.nameAccuracy;
    return metrics;
}

} // namespace rb::evaluate
