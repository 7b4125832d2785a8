#pragma once

#include <cstddef>

namespace rb::cli {

/// `regionblip bench cloud`: reading, indexing, selecting, picking and drawing a large cloud, and grouping a scene's points,
/// each beside an alternative in the same run.
struct CloudBench {
    std::size_t points = 10'000'000;
    bool view = true; ///< also the view, which needs a display

    int run() const;
};

} // namespace rb::cli
