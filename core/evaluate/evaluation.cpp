#include "core/evaluate/evaluation.h"

#include "core/evaluate/name_accuracy.h"
#include "core/evaluate/sample_media.h"
#include "core/metrics/ptb_tokenizer.h"
#include "core/text/caption_normalisation.h"

#include <algorithm>

namespace rb::evaluate {
namespace {

std::vector<metrics::ScoredItem> tokenised(const std::vector<EvaluatedItem>& items) {
    std::vector<metrics::ScoredItem> scored;
    for (const EvaluatedItem& item : items) {
        metrics::ScoredItem& next = scored.emplace_back();
        next.id = item.id;
        next.candidate = metrics::ptbTokenised(item.candidate);
        for (const std::string& reference : item.references) next.references.push_back(metrics::ptbTokenised(reference));
    }
    return scored;
}

} // namespace

Evaluation score(std::vector<EvaluatedItem> items) {
    Evaluation evaluation;
    const metrics::ScoreReport report = metrics::scoreCaptions(tokenised(items));
    evaluation.corpus = report.corpus;
    std::vector<double> cider;
    for (std::size_t i = 0; i < items.size(); ++i) {
        items[i].scores = report.items[i];
        cider.push_back(report.items[i].cider);
        evaluation.mostReferences = std::max(evaluation.mostReferences, items[i].references.size());
        evaluation.fewestReferences = i == 0 ? items[i].references.size() : std::min(evaluation.fewestReferences, items[i].references.size());
    }
    evaluation.cider = metrics::bootstrapMean(cider);
    evaluation.nameAccuracy = markNames(items);
    evaluation.items = std::move(items);
    return evaluation;
}

Result<Evaluation> evaluate(vlm::RegionCaptioner& captioner, const std::vector<train::Sample>& samples, const EvaluateOptions& options) {
    std::vector<EvaluatedItem> items;
    const std::vector<SampleMedium> media = mediaOf(samples);
    for (std::size_t done = 0; done < media.size(); ++done) {
        const SampleMedium& medium = media[done];
        if (options.stop.stop_requested()) return Error{ErrorCode::Cancelled, "The evaluation was stopped."};
        const auto captions = captionsOf(captioner, medium, options.generation, options.stop);
        if (!captions.ok()) return captions.error();
        for (std::size_t i = 0; i < medium.samples.size(); ++i) {
            const train::Sample& first = samples[medium.samples[i]];
            EvaluatedItem& item = items.emplace_back(EvaluatedItem{first.id, first.modality, {}, {}, first.name, {}, {}});
            if (!(*captions)[i].empty()) item.candidate = (*captions)[i].front().text;
            for (const std::size_t sample : medium.all[i]) item.references.push_back(text::normalisedCaption(samples[sample].caption));
        }
        if (options.progress) options.progress(done + 1, media.size());
    }
    return score(std::move(items));
}

} // namespace rb::evaluate
