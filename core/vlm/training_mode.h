#pragma once

#include <map>
#include <string>

namespace rb::vlm {

/// How a forward pass of training differs from one that writes captions.
struct TrainingMode {
    std::map<std::string, double> qformerDropout; ///< by Q-Former; frozen ones have none
    double languageModelDropout = 0;              ///< the released training has it in the frozen model too
    double pointStochasticDepth = 0;              ///< of the last block; earlier ones have less
    bool pointBatchStatistics = false;            ///< norms of the point encoder use the batch, and keep running statistics
    bool recompute = false;                       ///< layers run as nn::recomputed(); the network must outlive the backward pass
};

} // namespace rb::vlm
