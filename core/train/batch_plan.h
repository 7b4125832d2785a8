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

/// The part of one of `worldSize` processes: parts are equally long and follow each other; a remainder is left
/// to the next epochs, and a batch smaller than the processes gives each one of its samples.
PlannedBatch partOf(const PlannedBatch& batch, std::int64_t rank, std::int64_t worldSize);

/// All epochs one after the other. Batch n is the same whoever asks for it and in whatever order; asking
/// in order makes each epoch's plan once. Not thread-safe.
class EpochPlans {
public:
    EpochPlans(const std::vector<Sample>& samples, std::size_t captionsABatch, std::uint64_t seed);
    const PlannedBatch& batch(std::int64_t number);
    std::int64_t firstEpochSize() const { return m_firstSize; }

private:
    void goTo(std::uint64_t epoch, std::int64_t first);

    const std::vector<Sample>& m_samples;
    std::size_t m_captionsABatch;
    std::uint64_t m_seed;
    std::uint64_t m_epoch = 0;
    std::int64_t m_first = 0; ///< number of the epoch's first batch
    std::int64_t m_firstSize = 0;
    std::vector<PlannedBatch> m_plan;
};

} // namespace rb::train
