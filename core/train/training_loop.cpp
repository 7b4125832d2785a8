#include "core/train/training_loop.h"

#include "core/train/shuffle.h"
#include "core/vlm/loaded_model.h"

#include <algorithm>
#include <cmath>

#include <ATen/ATen.h>

namespace rb::train {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kMostSkipped = 3;
constexpr int kMostRollbacks = 2;
constexpr double kSmoothing = 0.95;

TrainingLog logOf(const RunFolder& folder) { return TrainingLog(folder.path() / "log.jsonl"); }

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

/// The batches of a step, each with randomness of its own in every process.
Status TrainingLoop::addGradients(BatchQueue& queue, const StepSettings& settings, StepReport& report) {
    const double share = 1.0 / m_options.accumulate;
    const std::uint64_t rank = m_options.group ? static_cast<std::uint64_t>(m_options.group->rank()) : 0;
    for (int part = 0; part < m_options.accumulate; ++part) {
        const Result<TrainingBatch> batch = queue.next();
        if (!batch.ok()) return batch.error();
        const std::uint64_t seed = mixed(m_options.seed, static_cast<std::uint64_t>(m_progress.batch++), 11 + rank);
        if (Status s = m_runner->addGradients(*batch, settings, {share, seed}, report); !s.ok()) return s;
    }
    return {};
}

/// Gradients and terms become their means over the processes. Only what the step's modality touched has a
/// gradient, and only that is sent.
Status TrainingLoop::share(StepReport& report) {
    if (!m_options.group) return {};
    double* const terms[] = {&report.loss, &report.itc, &report.itm, &report.itg, &report.llm, &report.reg, &report.patch, &report.name};
    return vlm::guarded("The exchange with the other processes", [&] {
        at::Tensor told = at::empty({static_cast<std::int64_t>(std::size(terms))});
        for (std::size_t i = 0; i < std::size(terms); ++i) told[static_cast<std::int64_t>(i)] = *terms[i];
        std::vector<at::Tensor> tensors{told};
        for (const auto& [name, parameter] : m_parameters->trained())
            if (parameter.grad().defined()) tensors.push_back(parameter.grad());
        m_options.group->average(tensors);
        for (std::size_t i = 0; i < std::size(terms); ++i) *terms[i] = told[static_cast<std::int64_t>(i)].item<double>();
        report.captions *= static_cast<std::size_t>(m_options.group->worldSize());
    });
}

Result<StepReport> TrainingLoop::step(BatchQueue& queue) {
    StepReport report;
    const StepSettings settings = m_course.settings(m_progress);
    m_parameters->freeze(settings.frozen);
    m_parameters->zeroGradients();
    if (Status added = addGradients(queue, settings, report); !added.ok()) return added.error();
    if (Status shared = share(report); !shared.ok()) return shared.error();
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

/// One process writes for all.
bool TrainingLoop::writes() const { return !m_options.group || m_options.group->rank() == 0; }

Status TrainingLoop::save(const RunFolder& folder) {
    if (!writes()) return {};
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

bool TrainingLoop::isAlone() const { return m_options.group && m_options.group->broken(); }

/// The parameters are those of the last whole step still.
Error TrainingLoop::aloneNow(const RunFolder& folder, const Progress& good) {
    m_progress = good;
    const Status saved = save(folder);
    return {ErrorCode::Internal, "Another process of this training has ended or does not answer. " +
                                     (saved.ok() ? "Everything up to step " + std::to_string(good.step) + " is kept; start all processes again with --resume."
                                                 : "The last checkpoint is kept: " + saved.error().message)};
}

/// What is asked of the first process, and its clock, hold for all.
Result<Request> TrainingLoop::agreedRequest(TrainingObserver& observer) {
    Request request = observer.request();
    if (!m_options.group) return request;
    if (request == Request::Pause) {
        observer.message("Only a training of one process can pause; stop this one and start it again with --resume.");
        request = Request::None;
    }
    const Status told = vlm::guarded("The exchange with the other processes", [&] {
        at::Tensor word = at::tensor({static_cast<double>(request), m_progress.seconds}, at::kDouble);
        m_options.group->takeFromFirst(word);
        request = static_cast<Request>(static_cast<int>(word[0].item<double>()));
        m_progress.seconds = word[1].item<double>();
    });
    if (!told.ok()) return told.error();
    return request;
}

/// All processes go on from the same step.
Status TrainingLoop::checkTogether() const {
    if (!m_options.group) return {};
    bool same = false;
    const Status told = vlm::guarded("The exchange with the other processes", [&] {
        const at::Tensor steps = m_options.group->gathered(at::tensor({m_progress.step, m_progress.batch}, at::kLong));
        const at::Tensor all = steps.view({-1, 2});
        same = (all == all[0]).all().item<bool>();
    });
    if (!told.ok()) return told;
    if (same) return {};
    return Error{ErrorCode::InvalidArgument, "The processes of this training do not see the same checkpoints; give all of them the same --output, on a "
                                             "file system that they share."};
}

Status TrainingLoop::loop(const RunFolder& folder, TrainingObserver& observer) {
    const TrainingLog log = logOf(folder);
    if (!folder.hasCheckpoint()) // what a lost training goes back to
        if (Status saved = save(folder); !saved.ok()) return saved;
    if (m_progress.step == 0) // what the model says before it has learnt anything
        if (Status first = evaluateWhenDue(folder, observer); !first.ok()) return first;
    auto batches = queue();
    for (int skipped = 0; m_course.share(m_progress) < 1;) {
        const Progress good = m_progress;
        const Result<StepReport> report = step(*batches);
        if (!report.ok()) return isAlone() ? Status(aloneNow(folder, good)) : Status(report.error());
        if (writes()) log.add(toJsonLine(*report));
        observer.stepDone(*report);
        skipped = report->skipped ? skipped + 1 : 0;
        if (skipped > kMostSkipped || !(report->skipped || m_parameters->isFinite())) {
            if (Status back = goBack(folder, observer); !back.ok()) return back;
            batches.reset(); // one loader at a time
            batches = queue();
            skipped = 0;
            continue;
        }
        const Result<Request> agreed = agreedRequest(observer);
        if (!agreed.ok()) return isAlone() ? Status(aloneNow(folder, m_progress)) : Status(agreed.error());
        if (Status obeyed = obey(*agreed, skipped == 0, folder, observer); !obeyed.ok()) return obeyed;
    }
    return {};
}

Result<Metrics> TrainingLoop::evaluate(const RunFolder& folder, TrainingObserver& observer) const {
    Result<vlm::RegionCaptioner> captioner = m_course.captioner();
    if (!captioner.ok()) return captioner.error();
    Metrics metrics = observer.evaluate(*captioner, m_progress.step);
    if (!metrics.empty()) logOf(folder).add(toJsonLine(m_progress.step, metrics));
    return metrics;
}

/// Shows the model as it is between two steps. Other processes would wait too long for it.
Status TrainingLoop::sample(TrainingObserver& observer) const {
    if (!m_course.captioner || m_options.group) return {};
    Result<vlm::RegionCaptioner> captioner = m_course.captioner();
    if (!captioner.ok()) return captioner.error();
    observer.sample(*captioner, m_progress.step);
    return {};
}

Status TrainingLoop::evaluateWhenDue(const RunFolder& folder, TrainingObserver& observer) const {
    if (!m_course.captioner || m_options.group) return {};
    const bool between = m_course.share(m_progress) < 1; // the end is evaluated by who started the training
    if (!between || m_options.evaluateEvery == 0 || m_progress.step % m_options.evaluateEvery != 0) return {};
    const Result<Metrics> metrics = evaluate(folder, observer);
    return metrics.ok() ? Status() : Status(metrics.error());
}

/// Waits for Resume or Stop, which it returns. The time does not count.
Result<Request> TrainingLoop::pause(TrainingObserver& observer) {
    const auto began = Clock::now();
    observer.paused(m_progress.step);
    Request request = Request::None;
    while (request != Request::Resume && request != Request::Stop) {
        request = observer.waitForRequest();
        if (request != Request::Sample) continue;
        if (Status shown = sample(observer); !shown.ok()) return shown.error();
    }
    m_started += Clock::now() - began;
    observer.resumed(m_progress.step);
    return request;
}

/// What was asked for behind this step, and what is due. `good`: its numbers may be saved.
Status TrainingLoop::obey(Request request, bool good, const RunFolder& folder, TrainingObserver& observer) {
    const bool asked = request == Request::Stop || request == Request::Checkpoint || request == Request::Pause;
    const bool due = asked || m_progress.step % m_options.checkpointEvery == 0 || m_course.share(m_progress) >= 1;
    if (due && good)
        if (Status saved = save(folder); !saved.ok()) return saved;
    if (request == Request::Pause) {
        const Result<Request> next = pause(observer);
        if (!next.ok()) return next.error();
        request = *next;
    }
    if (request == Request::Stop) {
        observer.message("Stopped after step " + std::to_string(m_progress.step) + "; --resume continues from there.");
        return Error{ErrorCode::Cancelled, "stopped"};
    }
    if (request == Request::Sample)
        if (Status shown = sample(observer); !shown.ok()) return shown;
    return evaluateWhenDue(folder, observer);
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
    if (Status together = checkTogether(); !together.ok()) return together;
    m_secondsBefore = m_progress.seconds;
    m_started = Clock::now();
    observer.stepsBegin(m_progress.step);
    return loop(folder, observer);
}

} // namespace rb::train
