#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>

namespace rb::vlm {

/// Farthest-point sampling and neighbours of a scene, as the point encoder groups it: ours and the same in operations of
/// libtorch, as Point-BERT's published code writes it (a loop over a running minimum; all distances and top-k).
struct PointGroupFigures {
    double samplingMs = 0, torchSamplingMs = 0;
    double neighboursMs = 0, torchNeighboursMs = 0;
    bool sameCentres = false;       ///< index by index
    double sameNeighbours = 0;      ///< part of all neighbours that are the same points
    double ratio() const { return (torchSamplingMs + torchNeighboursMs) / (samplingMs + neighboursMs); }
};

struct PointGroupBenchmark {
    std::size_t points = 40'000, groups = 512, neighbours = 32;
    std::uint64_t seed = 1;
    int runs = 5;                   ///< the median counts
};

Result<PointGroupFigures> measurePointGroups(const PointGroupBenchmark& benchmark = {});

} // namespace rb::vlm
