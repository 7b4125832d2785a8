#pragma once

#include "core/train/samples.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rb::train {

/// Samples that make one batch: one modality, ordered by their media.
struct PlannedBatch {
    std::string modality;
    std::vector<std::size_t> samples; ///< indices
};

/// The batches of one epoch: every sample once. All captions of a picture or cloud stand together, so
/// that it is encoded once; captions of like length stand together, so that little is padding;
/// modalities are interleaved. The same seed and epoch give the same plan.
std::vector<PlannedBatch> planEpoch(const std::vector<Sample>& samples, std::size_t captionsABatch, std::uint64_t seed,
                                    std::uint64_t epoch);

} // namespace rb::train
