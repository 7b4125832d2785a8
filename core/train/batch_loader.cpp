#include "core/train/batch_loader.h"

#include "core/clouds/cloud_reader.h"
#include "core/media/image.h"
#include "core/text/caption_normalisation.h"
#include "core/train/shuffle.h"
#include "core/train/encoder_key.h"
#include "core/vlm/preprocess.h"

#include <algorithm>
#include <map>

#include <ATen/ATen.h>

namespace rb::train {
namespace {

/// A picture or cloud as its encoder takes it, or the encoder's cached answer.
struct Medium {
    at::Tensor input, features;
    int width = 0, height = 0;
    bool sampled = false; ///< its points were drawn at random
};

Result<Medium> readMedium(const Sample& sample, const BatchSources& sources, std::uint64_t seed, bool cached) {
    Medium medium;
    const bool cloud = clouds::isCloudFile(sample.media);
    if (!cloud) {
        const Result<media::ImageHeader> header = media::readImageHeader(sample.media);
        if (!header.ok()) return header.error();
        medium.width = header->shownWidth();
        medium.height = header->shownHeight();
    }
    if (cached) medium.features = sources.cache->find(sample.media, encoderKey(sources.config.modalities.at(sample.modality)));
    if (medium.features.defined()) return medium;
    if (cloud) {
        const Result<geometry::PointCloud> points = clouds::readCloudForModel(sample.media);
        if (!points.ok()) return points.error();
        const std::int64_t taken = sample.box3 ? sources.config.point->scenePoints : sources.config.point->objectPoints;
        medium.sampled = static_cast<std::int64_t>(points->size()) > taken;
        const bool color = vlm::seesColor(sources.config.modalities.at(sample.modality));
        if (color && points->colors.empty())
            return Error{ErrorCode::FileInvalid, sample.media.string() + " has no colours, and the modality " + sample.modality + " needs them."};
        medium.input = vlm::pointsOf(*points, sources.config, {sample.box3.has_value(), color}, seed);
    } else {
        const Result<media::Image> image = media::readImage(sample.media);
        if (!image.ok()) return image.error();
        medium.input = vlm::pixelsOf(*image, sources.config);
    }
    return medium;
}

void appendBox(std::vector<float>& values, const Sample& sample, const Medium& medium, const vlm::ModelConfig& config) {
    if (sample.box) {
        const auto corners = geometry::normalisedCorners(*sample.box, medium.width, medium.height);
        values.insert(values.end(), corners.begin(), corners.end());
    } else if (sample.box3) {
        const auto corners = vlm::cornersOf(*sample.box3, config);
        values.insert(values.end(), corners.begin(), corners.end());
    }
}

// ScanRefer's texts are used as they are.
std::string captionOf(const Sample& sample) {
    return sample.box3 ? sample.caption : text::normalisedCaption(sample.caption);
}

at::Tensor stacked(const std::vector<Medium>& media, at::Tensor Medium::*part) {
    std::vector<at::Tensor> parts;
    for (const Medium& medium : media) {
        if (!(medium.*part).defined()) return {};
        parts.push_back(medium.*part);
    }
    return at::stack(parts);
}

} // namespace

/// The media of a batch in the order of its samples, and which one each sample belongs to.
struct BatchMedia {
    std::vector<const Sample*> first; ///< one sample of each medium
    std::vector<std::int64_t> itemOf;
};

static BatchMedia mediaOf(const PlannedBatch& planned, const std::vector<Sample>& samples) {
    BatchMedia media;
    std::map<std::string, std::int64_t> indexOf;
    for (const std::size_t index : planned.samples) {
        const auto [known, isNew] = indexOf.emplace(samples[index].media.string(), static_cast<std::int64_t>(media.first.size()));
        if (isNew) media.first.push_back(&samples[index]);
        media.itemOf.push_back(known->second);
    }
    return media;
}

/// All from the cache, or all decoded.
static Result<std::vector<Medium>> readMedia(const BatchMedia& wanted, const BatchSources& sources, std::uint64_t seed) {
    for (const bool cached : {sources.cache != nullptr, false}) {
        std::vector<Medium> media;
        for (std::size_t i = 0; i < wanted.first.size(); ++i) {
            Result<Medium> medium = readMedium(*wanted.first[i], sources, mixed(seed, i), cached);
            if (!medium.ok()) return medium.error();
            if (cached && !medium->features.defined()) break;
            media.push_back(std::move(*medium));
        }
        if (media.size() == wanted.first.size()) return media;
    }
    return Error{ErrorCode::Internal, "A batch could not be read."};
}

Result<TrainingBatch> loadBatch(const PlannedBatch& planned, const BatchSources& sources, std::uint64_t seed) {
    const BatchMedia wanted = mediaOf(planned, sources.samples);
    const Result<std::vector<Medium>> media = readMedia(wanted, sources, seed);
    if (!media.ok()) return media.error();
    std::vector<float> boxes;
    std::vector<std::string> captions;
    for (std::size_t i = 0; i < planned.samples.size(); ++i) {
        const Sample& sample = sources.samples[planned.samples[i]];
        appendBox(boxes, sample, (*media)[static_cast<std::size_t>(wanted.itemOf[i])], sources.config);
        captions.push_back(captionOf(sample));
    }
    TrainingBatch batch;
    batch.modality = planned.modality;
    batch.features = stacked(*media, &Medium::features);
    if (!batch.features.defined()) batch.input = stacked(*media, &Medium::input);
    batch.cacheable = std::none_of(media->begin(), media->end(), [](const Medium& medium) { return medium.sampled; });
    for (const Sample* sample : wanted.first) batch.media.push_back(sample->media);
    batch.itemOf = at::tensor(wanted.itemOf, at::kLong);
    if (!boxes.empty()) batch.boxes = at::tensor(boxes).view({static_cast<std::int64_t>(captions.size()), -1});
    const auto& prompts = sources.config.languageModel.prompt;
    const auto prompt = prompts.find(planned.modality);
    batch.captions = tokenise(captions, sources.tokenizers, sources.config, prompt == prompts.end() ? "" : prompt->second);
    return batch;
}

TrainingBatch on(const at::Device& device, TrainingBatch batch) {
    CaptionTokens& captions = batch.captions;
    for (at::Tensor* tensor : {&batch.input, &batch.features, &batch.itemOf, &batch.boxes, &batch.patchNames, &batch.patchShares, &batch.names,
                               &captions.qformer.ids, &captions.qformer.mask, &captions.language, &captions.languageMask})
        if (tensor->defined()) *tensor = tensor->to(device);
    return batch;
}

BatchQueue::BatchQueue(Load load, std::int64_t first, std::size_t ahead)
    : m_load(std::move(load)), m_next(first), m_ahead(ahead), m_thread([this](std::stop_token stop) { work(stop); }) {}

BatchQueue::~BatchQueue() {
    m_thread.request_stop();
    m_changed.notify_all();
}

void BatchQueue::work(std::stop_token stop) {
    while (!stop.stop_requested()) {
        Result<TrainingBatch> loaded = m_load(m_next++);
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, stop, [this] { return m_ready.size() < m_ahead; });
        m_ready.push_back(std::move(loaded));
        m_changed.notify_all();
    }
}

Result<TrainingBatch> BatchQueue::next() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_ready.empty(); });
    Result<TrainingBatch> batch = std::move(m_ready.front());
    m_ready.pop_front();
    m_changed.notify_all();
    return batch;
}

} // namespace rb::train
