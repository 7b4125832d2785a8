#pragma once

#include "core/train/data_check.h"
#include "core/train/training_options.h"

#include <functional>
#include <memory>
#include <vector>

namespace rb::train {

/// One optimizer step, as it is reported.
struct StepReport {
    std::int64_t step = 0, steps = 0;   ///< done, and planned (0: by time)
    double progress = 0;                ///< of the whole training, 0 … 1
    double loss = 0, smoothedLoss = 0, gradientNorm = 0, learningRate = 0;
    double itc = 0, itm = 0, itg = 0, llm = 0, reg = 0;
    std::string modality;
    double seconds = 0, secondsLeft = 0; ///< so far and expected, over all runs
    std::size_t captions = 0;
    bool skipped = false;               ///< its loss was no number
};

/// What the owner of a training asks of it between two steps.
enum class Request { None, Stop, Checkpoint };

class TrainingObserver {
public:
    virtual ~TrainingObserver() = default;
    virtual void stepDone(const StepReport&) {}
    virtual void message(const std::string&) {} ///< one sentence
    virtual Request request() { return Request::None; }
};

/// What a training will need, from a measured step.
struct Estimate {
    double secondsAStep = 0;
    std::uint64_t memoryBytes = 0; ///< resident at the highest
    std::uint64_t diskBytes = 0;   ///< of two checkpoints, one being written, and the result
    std::uint64_t freeBytes = 0;   ///< where the run's folder lies
};

/// Fine-tunes a model on captions. One thread uses it; a second one loads batches ahead.
/// Everything random in step n follows from the seed and n, so a resumed training continues bit by bit
/// at the same number of threads.
class Trainer {
public:
    /// Opens model and data and checks the data; nothing is written.
    static Result<std::unique_ptr<Trainer>> open(const TrainingOptions& options);
    ~Trainer();

    const DataReport& dataReport() const;
    std::int64_t trainedParameters() const;
    /// Runs one step on the first batch without keeping it.
    Result<Estimate> probe();
    /// Trains until the end, a Stop, or an error; a checkpoint is there in every case that has one to
    /// keep. Leaves `adapter.safetensors`, or for Full the folder `model`.
    Status run(TrainingObserver& observer);

private:
    struct Private;
    explicit Trainer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace rb::train
