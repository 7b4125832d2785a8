#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

namespace rb::vlm {
class RegionCaptioner;
}

namespace rb::train {

/// Scores by name: "cider", "bleu_4", …
using Metrics = std::map<std::string, double>;

/// One optimizer step, as it is reported.
struct StepReport {
    std::int64_t step = 0, steps = 0;   ///< done, and planned (0: by time)
    double progress = 0;                ///< of the whole training, 0 … 1
    double loss = 0, smoothedLoss = 0, gradientNorm = 0, learningRate = 0;
    double itc = 0, itm = 0, itg = 0, llm = 0, reg = 0, patch = 0, name = 0;
    std::string modality;
    double seconds = 0, secondsLeft = 0; ///< so far and expected, over all runs
    std::size_t captions = 0;
    bool skipped = false;               ///< its loss was no number
};

/// What the owner of a training asks of it between two steps.
enum class Request { None, Stop, Checkpoint, Sample, Pause, Resume };

class TrainingObserver {
public:
    virtual ~TrainingObserver() = default;
    /// The folder of the run is ours, and the training goes on behind `step` steps (0: it begins).
    virtual void stepsBegin(std::int64_t /*step*/) {}
    virtual void stepDone(const StepReport&) {}
    virtual void message(const std::string&) {} ///< one sentence
    virtual Request request() { return Request::None; }
    /// A checkpoint was written and nothing is computed until Resume or Stop; what was learnt stays in memory.
    virtual void paused(std::int64_t /*step*/) {}
    virtual void resumed(std::int64_t /*step*/) {}
    /// The next request while it is paused: waits for it a moment, None when there was none.
    virtual Request waitForRequest() { return Request::Resume; }
    /// Some captions by the model as it is after `step` steps, which lives during this call only. Comes after Request::Sample.
    virtual void sample(vlm::RegionCaptioner&, std::int64_t /*step*/) {}
    /// The same model's scores on held-out captions; none: {}.
    virtual Metrics evaluate(vlm::RegionCaptioner&, std::int64_t /*step*/) { return {}; }
};

} // namespace rb::train
