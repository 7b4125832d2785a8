#include "core/evaluate/evaluation.h"

#include "core/evaluate/name_accuracy.h"
#include "core/media/cloud_file.h"
#include "core/media/image.h"
#include "core/metrics/ptb_tokenizer.h"
#include "core/text/caption_normalisation.h"

#include <algorithm>
#include <map>
#include <sstream>

namespace rb::evaluate {
namespace {

using train::Sample;

/// Tells the things to caption apart: the place in its medium.
std::string placeOf(const Sample& sample) {
    std::ostringstream out;
    out.precision(17);
    out << sample.modality;
    if (sample.box) out << ' ' << sample.box->x << ' ' << sample.box->y << ' ' << sample.box->width << ' ' << sample.box->height;
    if (sample.box3)
        for (std::size_t i = 0; i < 3; ++i) out << ' ' << sample.box3->center[i] << ' ' << sample.box3->size[i];
    return out.str();
}

/// What is captioned of one picture or cloud, in one modality.
struct Medium {
    std::filesystem::path path;
    std::string modality;
    std::vector<std::size_t> items; ///< indices, one a place
    std::vector<geometry::Box2> boxes;
    std::vector<geometry::Box3> boxes3;
};

struct Work {
    std::vector<EvaluatedItem> items;
    std::vector<Medium> media;
};

Work workOf(const std::vector<Sample>& samples) {
    Work work;
    std::map<std::string, std::size_t> mediaByKey, itemByPlace;
    for (const Sample& sample : samples) {
        const std::string key = sample.modality + "|" + sample.media.string();
        const auto [medium, newMedium] = mediaByKey.emplace(key, work.media.size());
        if (newMedium) work.media.push_back({sample.media, sample.modality, {}, {}, {}});
        const auto [item, newItem] = itemByPlace.emplace(key + "|" + placeOf(sample), work.items.size());
        if (newItem) {
            Medium& owner = work.media[medium->second];
            owner.items.push_back(work.items.size());
            if (sample.box) owner.boxes.push_back(*sample.box);
            if (sample.box3) owner.boxes3.push_back(*sample.box3);
            work.items.push_back({sample.id, sample.modality, {}, {}, sample.name, {}, {}});
        }
        work.items[item->second].references.push_back(text::normalisedCaption(sample.caption));
    }
    return work;
}

using Captions = Result<std::vector<std::vector<vlm::Caption>>>;

Captions captionMedium(vlm::RegionCaptioner& captioner, const Medium& medium, const EvaluateOptions& options) {
    if (!media::isCloudFile(medium.path)) {
        const auto image = media::readImage(medium.path);
        if (!image.ok()) return image.error();
        const auto encoded = captioner.encode(*image);
        if (!encoded.ok()) return encoded.error();
        return captioner.caption(*encoded, medium.boxes, options.generation, {}, options.stop);
    }
    const auto cloud = media::readCloud(medium.path);
    if (!cloud.ok()) return cloud.error();
    const auto encoded = medium.boxes3.empty() ? captioner.encodeObject(*cloud) : captioner.encodeScene(*cloud);
    if (!encoded.ok()) return encoded.error();
    return captioner.caption(*encoded, medium.boxes3, options.generation, {}, options.stop);
}

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

Result<Evaluation> evaluate(vlm::RegionCaptioner& captioner, const std::vector<Sample>& samples, const EvaluateOptions& options) {
    Work work = workOf(samples);
    std::size_t done = 0;
    for (const Medium& medium : work.media) {
        if (options.stop.stop_requested()) return Error{ErrorCode::Cancelled, "The evaluation was stopped."};
        const Captions captions = captionMedium(captioner, medium, options);
        if (!captions.ok()) return Error{captions.error().code, medium.path.string() + ": " + captions.error().message};
        for (std::size_t i = 0; i < medium.items.size(); ++i)
            if (!(*captions)[i].empty()) work.items[medium.items[i]].candidate = (*captions)[i].front().text;
        if (options.progress) options.progress(++done, work.media.size());
    }
    return score(std::move(work.items));
}

} // namespace rb::evaluate
