#pragma once

#include "core/train/data_check.h"
#include "core/train/training_observer.h"
#include "core/train/training_options.h"

#include <memory>
#include <vector>

namespace rb::train {

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
