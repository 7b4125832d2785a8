#pragma once

#include "core/train/batch_loader.h"
#include "core/train/processes/process_group.h"
#include "core/train/run_folder.h"
#include "core/train/step_runner.h"
#include "core/train/training_log.h"
#include "core/train/training_observer.h"
#include "core/vlm/region_captioner.h"

#include <chrono>
#include <functional>
#include <memory>

namespace rb::train {

/// What a training does, step by step. All of it follows from the progress, so that a resumed
/// training goes on as the stopped one would have.
struct Course {
    std::int64_t steps = 0; ///< planned; 0: by time
    std::function<double(const Progress&)> share; ///< done, in [0, 1]
    std::function<StepSettings(const Progress&)> settings;
    std::function<std::string(const Progress&)> plan; ///< hash of what must be the same when it goes on from there
    BatchQueue::Load load;
    /// The model as it stands, to write captions with; may be empty.
    std::function<Result<vlm::RegionCaptioner>()> captioner;
};

struct LoopOptions {
    int accumulate = 1;    ///< batches a step
    double clip = 1.0;     ///< of the gradients' joint norm; 0: none
    std::int64_t checkpointEvery = 200;
    std::int64_t evaluateEvery = 0; ///< steps; 0: never
    std::uint64_t seed = 1;
    AdamWOptions adamw;
    const ProcessGroup* group = nullptr; ///< null: this process is alone
};

/// Steps, checkpoints, and the way back from a loss that is no number. One thread uses it.
class TrainingLoop {
public:
    TrainingLoop(std::shared_ptr<ParameterSet> parameters, std::unique_ptr<StepRunner> runner, const LoopOptions& options, Course course);

    /// Forward and backward of the first batch; nothing is kept.
    Status tryStep();
    /// Goes on from the newest checkpoint if there is one and its plan is ours; trains until the end, a
    /// Stop (Cancelled) or an error.
    Status run(const RunFolder& folder, bool resume, TrainingObserver& observer);

    /// Scores of the model as it is, which join the log; empty when the observer gives none.
    Result<Metrics> evaluate(const RunFolder& folder, TrainingObserver& observer) const;

    const Progress& progress() const { return m_progress; }

private:
    Status restore(const RunFolder& folder, bool resume, TrainingObserver& observer);
    Status loop(const RunFolder& folder, TrainingObserver& observer);
    Result<StepReport> step(BatchQueue& queue);
    Status addGradients(BatchQueue& queue, const StepSettings& settings, StepReport& report);
    Status share(StepReport& report);
    Result<Request> agreedRequest(TrainingObserver& observer);
    Status checkTogether() const;
    Status obey(Request request, bool good, const RunFolder& folder, TrainingObserver& observer);
    Result<Request> pause(TrainingObserver& observer);
    Status sample(TrainingObserver& observer) const;
    Status evaluateWhenDue(const RunFolder& folder, TrainingObserver& observer) const;
    Error aloneNow(const RunFolder& folder, const Progress& good);
    bool isAlone() const;
    bool writes() const;
    StepReport finished(StepReport report);
    Status goBack(const RunFolder& folder, TrainingObserver& observer);
    Status save(const RunFolder& folder);
    std::unique_ptr<BatchQueue> queue() const;
    double seconds() const;

    std::shared_ptr<ParameterSet> m_parameters;
    std::unique_ptr<StepRunner> m_runner;
    LoopOptions m_options;
    Course m_course;
    AdamW m_optimizer;
    Progress m_progress;
    int m_rollbacks = 0;
    double m_secondsBefore = 0;
    std::chrono::steady_clock::time_point m_started;
};

} // namespace rb::train
