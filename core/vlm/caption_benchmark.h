#pragma once

#include "core/base/result.h"
#include "core/vlm/model_config.h"
#include "core/vlm/region_captioner.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace rb::vlm {

/// What to measure. Either a model folder, or random weights of a published shape.
struct CaptionBenchmark {
    std::filesystem::path model;      ///< empty: `shape`
    std::string shape = "mini";       ///< "mini" or "opt-2.7b" (ViT-g at 224 px, Q-Former, OPT-2.7B)
    int regions = 10;                 ///< of one picture
    int beams = 5;
    int newTokens = 30;               ///< written for every region; the end token is forbidden before
    CaptionerOptions options;
};

/// Seconds of each stage, and what follows from them.
struct CaptionFigures {
    double loadSeconds = 0, encodeSeconds = 0, firstRegionSeconds = 0, allRegionsSeconds = 0;
    std::uint64_t weightBytes = 0;    ///< of the tensors in memory
    std::uint64_t peakBytes = 0;      ///< resident memory of the process at its highest
    std::vector<std::string> processor;
    int threads = 0;

    /// Cost of each region after the first, as a share of encoding and captioning the first.
    double furtherRegionShare(int regions) const {
        return (allRegionsSeconds - firstRegionSeconds) / (regions - 1) / (encodeSeconds + firstRegionSeconds);
    }
};

Result<CaptionFigures> runCaptionBenchmark(const CaptionBenchmark& benchmark);

/// The configuration of a shape, for the same figures from elsewhere.
Result<ModelConfig> benchmarkShape(const std::string& shape);

} // namespace rb::vlm
