#pragma once

namespace rb::train {

/// Weights of the terms of L = ITC + ITM + ITG + LLM + λ·reg; 0 leaves a term out. The published
/// training leaves `reg` out.
struct LossWeights {
    double itc = 1, itm = 1, itg = 1, llm = 1, reg = 0;
    double patch = 0;                ///< of the heads that name the object under each patch and
    double name = 0;                 ///< that of a region or cloud: only where the data tell names
    double labelSmoothing = 0.1;     ///< of ITC and ITG
    bool gatherWithGradient = false; ///< of ITC over processes; the release gathers without
};

} // namespace rb::train
