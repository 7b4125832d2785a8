#include "core/evaluate/sample_media.h"

#include "core/clouds/cloud_reader.h"
#include "core/media/image.h"

#include <map>

namespace rb::evaluate {
namespace {

using train::Sample;

Error named(const SampleMedium& medium, const Error& error) {
    const std::string name = medium.path.string();
    return {error.code, error.message.starts_with(name) ? error.message : name + ": " + error.message};
}

/// Reads and encodes a medium and asks `work` of it: work(EncodedImage, boxes) or work(EncodedCloud, boxes).
template <typename Answer, typename Work>
Result<Answer> withMedium(vlm::RegionCaptioner& captioner, const SampleMedium& medium, const Work& work) {
    if (!clouds::isCloudFile(medium.path)) {
        const auto image = media::readImage(medium.path);
        if (!image.ok()) return image.error();
        const auto encoded = captioner.encode(*image);
        if (!encoded.ok()) return encoded.error();
        return work(*encoded, medium.boxes);
    }
    const auto cloud = clouds::readCloudForModel(medium.path);
    if (!cloud.ok()) return cloud.error();
    const auto encoded = medium.boxes3.empty() ? captioner.encodeObject(*cloud) : captioner.encodeScene(*cloud);
    if (!encoded.ok()) return encoded.error();
    return work(*encoded, medium.boxes3);
}

} // namespace

std::vector<SampleMedium> mediaOf(const std::vector<Sample>& samples) {
    std::vector<SampleMedium> media;
    std::map<std::string, std::size_t> mediumOf, placeIn;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const Sample& sample = samples[i];
        const std::string key = sample.modality + "|" + sample.media.string();
        const auto [found, isNew] = mediumOf.emplace(key, media.size());
        if (isNew) media.push_back({sample.media, {}, {}, {}, {}});
        SampleMedium& medium = media[found->second];
        const auto [place, isFirst] = placeIn.emplace(key + "|" + train::placeText(sample), medium.samples.size());
        if (isFirst) {
            medium.samples.push_back(i);
            medium.all.emplace_back();
            if (sample.box) medium.boxes.push_back(*sample.box);
            if (sample.box3) medium.boxes3.push_back(*sample.box3);
        }
        medium.all[place->second].push_back(i);
    }
    return media;
}

Result<std::vector<std::vector<vlm::Caption>>> captionsOf(vlm::RegionCaptioner& captioner, const SampleMedium& medium,
                                                          const vlm::GenerationOptions& options, std::stop_token stop) {
    using Captions = std::vector<std::vector<vlm::Caption>>;
    const auto captions = withMedium<Captions>(
        captioner, medium, [&](const auto& encoded, const auto& boxes) { return captioner.caption(encoded, boxes, options, {}, stop); });
    if (!captions.ok()) return named(medium, captions.error());
    return captions;
}

Result<vlm::Similarities> similaritiesOf(vlm::RegionCaptioner& captioner, const SampleMedium& medium, const vlm::EncodedTexts& texts) {
    const auto found = withMedium<vlm::Similarities>(
        captioner, medium, [&](const auto& encoded, const auto& boxes) { return captioner.similarities(encoded, boxes, texts); });
    if (!found.ok()) return named(medium, found.error());
    return found;
}

} // namespace rb::evaluate
