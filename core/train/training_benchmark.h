#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rb::train {

/// One LoRA step over random weights of a published shape: R captions of P pictures.
struct TrainingBenchmark {
    std::string shape = "mini"; ///< "mini" or "opt-2.7b"
    int pictures = 2, captions = 4;
    int tokens = 16;            ///< of each caption
    int steps = 3;              ///< measured, after one that is not
    int threads = 0;
};

struct TrainingFigures {
    double secondsPlain = 0;  ///< a step that encodes its pictures
    double secondsCached = 0; ///< a step that is given the frozen encoder's features
    std::uint64_t peakBytes = 0;
    std::vector<std::string> processor;
    int threads = 0;
};

Result<TrainingFigures> runTrainingBenchmark(const TrainingBenchmark& benchmark);

} // namespace rb::train
