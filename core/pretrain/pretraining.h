#pragma once

#include "core/base/result.h"
#include "core/train/training_observer.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace rb::pretrain {

struct PretrainingOptions {
    std::filesystem::path recipe;
    std::filesystem::path output; ///< the run's folder
    int threads = 0;
    bool resume = false;
};

/// Trains a model from nothing on made-up scenes as a recipe tells. `output/start` is the untrained model,
/// `output/model` the trained one in bfloat16; between them checkpoints and a log as of every training. Phases
/// that have not begun may still be changed in the recipe of a run that is resumed. Needs a QGuiApplication and
/// the emoji font.
class Pretraining {
public:
    static Result<std::unique_ptr<Pretraining>> open(const PretrainingOptions& options);
    ~Pretraining();

    std::int64_t parameters() const;
    /// Trains until the end, a Stop, or an error.
    Status run(train::TrainingObserver& observer);

private:
    struct Private;
    explicit Pretraining(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace rb::pretrain
