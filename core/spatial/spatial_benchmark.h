#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace rb::spatial {

/// Wall-clock times in milliseconds, the median of several runs but for the build.
struct SpatialFigures {
    std::size_t points = 0;
    int threads = 0;
    std::size_t nodes = 0;
    double build = 0;
    double boxSelect = 0;           ///< a turned box of about a tenth of the points
    double boxSelectPlain = 0;      ///< the same by a loop over all points on one thread
    std::size_t boxSelected = 0;
    double frustumSelect = 0;       ///< a rectangle of a quarter of the viewport
    double frustumSelectPlain = 0;
    std::size_t frustumSelected = 0;
    double lassoSelect = 0;         ///< a star of 64 corners
    std::size_t lassoSelected = 0;
    double pick = 0;                ///< the slowest of 25 pixels, each the median of several runs
    double pickPlain = 0;           ///< one pixel by a loop over all points
    bool sameAsPlain = false;       ///< whether octree and loops chose the same points
};

struct SpatialBenchmark {
    std::size_t points = 10'000'000;
    int threads = 0;                ///< 0: as many as there are cores
    std::uint64_t seed = 1;
    int runs = 5;
    std::stop_token stop;
};

/// x y z of points on the floor, the walls and the round things of a made-up room of 20 x 15 x 3 metres, with noise.
std::vector<float> benchmarkRoom(std::size_t points, std::uint64_t seed);

/// Makes a room and measures the queries a user waits for. Fails when stopped.
Result<SpatialFigures> measureSpatial(const SpatialBenchmark& benchmark);

} // namespace rb::spatial
