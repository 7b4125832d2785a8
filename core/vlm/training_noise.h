#pragma once

#include <map>
#include <string>

namespace rb::vlm {

/// What makes a forward pass of training random. All of it is off when captions are written.
struct TrainingNoise {
    std::map<std::string, double> qformerDropout; ///< by Q-Former; frozen ones have none
    double languageModelDropout = 0;              ///< the released training has it in the frozen model too
    double pointStochasticDepth = 0;              ///< of the last block; earlier ones have less
    bool pointBatchStatistics = false;            ///< norms of the point encoder use the batch, and keep running statistics
};

} // namespace rb::vlm
