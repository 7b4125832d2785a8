#pragma once

#include "core/train/samples.h"
#include "core/vlm/region_captioner.h"

#include <vector>

namespace rb::evaluate {

/// One picture or cloud and the samples of it in one modality, each place once.
struct SampleMedium {
    std::filesystem::path path;
    std::vector<std::size_t> samples;        ///< the first sample of each place
    std::vector<std::vector<std::size_t>> all; ///< all samples of each place
    std::vector<geometry::Box2> boxes;       ///< of each place, for region modalities
    std::vector<geometry::Box3> boxes3;
};

/// In the order of the samples.
std::vector<SampleMedium> mediaOf(const std::vector<train::Sample>& samples);

/// Captions of each place. Errors name the medium.
Result<std::vector<std::vector<vlm::Caption>>> captionsOf(vlm::RegionCaptioner& captioner, const SampleMedium& medium,
                                                          const vlm::GenerationOptions& options, std::stop_token stop);
/// How like each place is to each text.
Result<vlm::Similarities> similaritiesOf(vlm::RegionCaptioner& captioner, const SampleMedium& medium, const vlm::EncodedTexts& texts);

} // namespace rb::evaluate
