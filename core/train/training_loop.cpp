#include "core/train/training_loop.h"

#include "core/train/shuffle.h"

#include <algorithm>
#include <cmath>

namespace rb::train {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kMostSkipped = 3;
constexpr int kMostRollbacks = 2;
constexpr double kSmoothing = 0.95;

} // namespace

TrainingLoop::TrainingLoop(std::shared_ptr<ParameterSet> parameters, std::unique_ptr<StepRunner> runner, const LoopOptions& options,
                           Course course)
    : m_parameters(std::move(parameters)), m_runner(std::move(runner)), m_options(options), m_course(std::move(course)),
      m_optimizer(options.adamw) {}

double TrainingLoop::seconds() const { return m_secondsBefore + std::chrono::duration<double>(Clock::now() - m_started).count(); }

std::unique_ptr<BatchQueue> TrainingLoop::queue() const { return std::make_unique<BatchQueue>(m_course.load, m_progress.batch); }

Status TrainingLoop::tryStep() {
    const Result<TrainingBatch> batch = m_course.load(0);
    if (!batch.ok()) return batch.error();
    StepReport report;
    m_parameters->zeroGradients();
    const Status tried = m_runner->addGradients(*batch, m_course.settings({}), {1.0, 1}, report);
    m_parameters->zeroGradients();
    return tried;
}

Result<StepReport> TrainingLoop::step(BatchQueue& queue) {
    StepReport report;
    const StepSettings settings = m_course.settings(m_progress);
    m_parameters->freeze(settings.frozen);
    m_parameters->zeroGradients();
    const double share = 1.0 / m_options.accumulate;
    for (int part = 0; part < m_options.accumulate; ++part) {
        const Result<TrainingBatch> batch = queue.next();
        if (!batch.ok()) return batch.error();
        const std::uint64_t seed = mixed(m_options.seed, static_cast<std::uint64_t>(m_progress.batch++), 11);
        if (Status s = m_runner->addGradients(*batch, settings, {share, seed}, report); !s.ok()) return s.error();
    }
    report.gradientNorm = clipGradients(m_parameters->trained(), m_options.clip);
    report.skipped = !std::isfinite(report.loss) || !std::isfinite(report.gradientNorm);
    report.learningRate = settings.learningRate;
    if (!report.skipped) m_optimizer.step(m_parameters->trained(), report.learningRate);
    ++m_progress.step;
    return finished(std::move(report));
}

StepReport TrainingLoop::finished(StepReport report) {
    double& smoothed = m_progress.loss;
    if (!report.skipped) smoothed = smoothed == 0 ? report.loss : kSmoothing * smoothed + (1 - kSmoothing) * report.loss;
    m_progress.seconds = seconds();
    report.step = m_progress.step;
    report.steps = m_course.steps;
    report.smoothedLoss = smoothed;
    report.seconds = m_progress.seconds;
    report.progress = std::min(1.0, m_course.share(m_progress));
    report.secondsLeft = report.progress > 0 ? report.seconds * (1 - report.progress) / report.progress : 0;
    return report;
}

Status TrainingLoop::save(const RunFolder& folder) {
    m_progress.seconds = seconds();
    m_progress.plan = m_course.plan(m_progress);
    return folder.save(m_progress, *m_parameters, m_optimizer);
}

/// Back to the last good numbers, with other randomness from here on.
Status TrainingLoop::goBack(const RunFolder& folder, TrainingObserver& observer) {
    if (++m_rollbacks > kMostRollbacks)
        return Error{ErrorCode::Internal, "The loss is no number any more, also after going back to the last good "
                                          "checkpoint twice; try a lower --learning-rate. The last good checkpoint is kept."};
    observer.message("The loss is no number any more; going back to the last good checkpoint.");
    m_optimizer = AdamW(m_options.adamw);
    const auto restored = folder.restore(*m_parameters, m_optimizer);
    if (restored.ok() && *restored) m_progress.step = (*restored)->step;
    return {};
}

Status TrainingLoop::loop(const RunFolder& folder, const TrainingLog& log, TrainingObserver& observer) {
    if (!folder.hasCheckpoint()) // what a lost training goes back to
        if (Status saved = save(folder); !saved.ok()) return saved;
    auto batches = queue();
    for (int skipped = 0; m_course.share(m_progress) < 1;) {
        const Result<StepReport> report = step(*batches);
        if (!report.ok()) return report.error();
        log.add(*report);
        observer.stepDone(*report);
        skipped = report->skipped ? skipped + 1 : 0;
        if (skipped > kMostSkipped || !(report->skipped || m_parameters->isFinite())) {
            if (Status back = goBack(folder, observer); !back.ok()) return back;
            batches.reset(); // one loader at a time
            batches = queue();
            skipped = 0;
            continue;
        }
        const Request request = observer.request();
        const bool due = request != Request::None || m_progress.step % m_options.checkpointEvery == 0 || report->progress >= 1;
        if (due && skipped == 0)
            if (Status saved = save(folder); !saved.ok()) return saved;
        if (request == Request::Stop) {
            observer.message("Stopped after step " + std::to_string(m_progress.step) + "; --resume continues from there.");
            return Error{ErrorCode::Cancelled, "stopped"};
        }
    }
    return {};
}

Status TrainingLoop::restore(const RunFolder& folder, bool resume, TrainingObserver& observer) {
    const std::string name = folder.path().string();
    if (folder.hasCheckpoint() && !resume)
        return Error{ErrorCode::InvalidArgument, name + " holds a training already; --resume continues it, or choose another folder."};
    const auto restored = folder.restore(*m_parameters, m_optimizer);
    if (!restored.ok()) return restored.error();
    if (!*restored) return {};
    if ((*restored)->plan != m_course.plan(**restored))
        return Error{ErrorCode::InvalidArgument, name + " was trained with other options, data or another model; give the same "
                                                        "ones, or choose another folder."};
    m_progress = **restored;
    observer.message("Going on after step " + std::to_string(m_progress.step) + ".");
    return {};
}

Status TrainingLoop::run(const RunFolder& folder, bool resume, TrainingObserver& observer) {
    if (Status restored = restore(folder, resume, observer); !restored.ok()) return restored;
    m_secondsBefore = m_progress.seconds;
    m_started = Clock::now();
    const TrainingLog log(folder.path() / "log.jsonl");
    return loop(folder, log, observer);
}

} // namespace rb::train
