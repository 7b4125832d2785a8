#include "core/train/trainer.h"

#include "core/base/process_memory.h"
#include "core/train/adapter_file.h"
#include "core/train/adamw.h"
#include "core/train/batch_loader.h"
#include "core/train/learning_rate.h"
#include "core/train/plan_hash.h"
#include "core/train/run_folder.h"
#include "core/train/shuffle.h"
#include "core/train/step_runner.h"
#include "core/train/training_log.h"
#include "core/vlm/compute_device.h"
#include "core/vlm/loaded_model.h"

#include <chrono>
#include <cmath>

namespace rb::train {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kMostSkipped = 3;
constexpr int kMostRollbacks = 2;

} // namespace

struct Trainer::Private {
    Private(TrainingOptions chosen, vlm::LoadedModel loaded) : options(std::move(chosen)), model(std::move(loaded)) {}

    TrainingOptions options;
    vlm::LoadedModel model; ///< tokenizers, configuration, source; with the new modality
    std::shared_ptr<const vlm::ModelSource> base; ///< without it
    std::vector<Sample> samples;
    DataReport dataReport;
    std::string plan;       ///< hash of options, data and model
    std::shared_ptr<ParameterSet> parameters;
    std::unique_ptr<StepRunner> runner;
    std::optional<FeatureCache> cache;
    std::unique_ptr<AdamW> optimizer;
    std::unique_ptr<EpochPlans> plans; ///< used by the thread that loads batches
    Progress progress;
    Clock::time_point started;
    double secondsBefore = 0;

    std::int64_t plannedSteps() const {
        if (options.steps > 0) return options.steps;
        if (options.epochs <= 0) return 0;
        const double batches = options.epochs * static_cast<double>(plans->firstEpochSize());
        return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(batches / options.accumulate)));
    }
    double seconds() const { return secondsBefore + std::chrono::duration<double>(Clock::now() - started).count(); }
    double share() const {
        double done = 0;
        if (plannedSteps() > 0) done = static_cast<double>(progress.step) / static_cast<double>(plannedSteps());
        if (options.minutes > 0) done = std::max(done, seconds() / (60 * options.minutes));
        return done;
    }

    Status readData();
    Status prepare(const std::string& fingerprint);
    Result<TrainingBatch> load(std::int64_t number) const;
    Status loop(TrainingObserver& observer, const RunFolder& folder, const TrainingLog& log);
    Result<StepReport> step(BatchQueue& queue);
    Status finish(const RunFolder& folder) const;
    void restart(const RunFolder& folder);
    Status save(const RunFolder& folder);
};

Result<TrainingBatch> Trainer::Private::load(std::int64_t number) const {
    const BatchSources sources{samples, model.source->config, {*model.languageTokenizer, model.bertTokenizer.get()},
                               cache ? &*cache : nullptr};
    return loadBatch(plans->batch(number), sources, mixed(options.seed, static_cast<std::uint64_t>(number), 7));
}

Result<StepReport> Trainer::Private::step(BatchQueue& queue) {
    StepReport report;
    parameters->zeroGradients();
    for (int part = 0; part < options.accumulate; ++part) {
        const Result<TrainingBatch> batch = queue.next();
        if (!batch.ok()) return batch.error();
        const std::uint64_t seed = mixed(options.seed, static_cast<std::uint64_t>(progress.batch++), 11);
        if (Status s = runner->addGradients(*batch, 1.0 / options.accumulate, seed, report); !s.ok()) return s.error();
    }
    report.gradientNorm = clipGradients(parameters->trained(), options.clip);
    report.skipped = !std::isfinite(report.loss) || !std::isfinite(report.gradientNorm);
    report.learningRate = WarmupCosine{options.learningRate, options.minimumRate, options.warmup}.at(share());
    if (!report.skipped) optimizer->step(parameters->trained(), report.learningRate);
    ++progress.step;
    if (!report.skipped) progress.loss = progress.loss == 0 ? report.loss : 0.95 * progress.loss + 0.05 * report.loss;
    report.step = progress.step;
    report.steps = plannedSteps();
    report.smoothedLoss = progress.loss;
    report.seconds = seconds();
    report.progress = std::min(1.0, share());
    report.secondsLeft = report.progress > 0 ? report.seconds * (1 - report.progress) / report.progress : 0;
    return report;
}

Status Trainer::Private::loop(TrainingObserver& observer, const RunFolder& folder, const TrainingLog& log) {
    int skipped = 0, rollbacks = 0;
    if (!folder.hasCheckpoint()) // what a lost training goes back to
        if (Status saved = save(folder); !saved.ok()) return saved;
    auto queue = std::make_unique<BatchQueue>([this](std::int64_t n) { return load(n); }, progress.batch);
    while (share() < 1) {
        const Result<StepReport> report = step(*queue);
        if (!report.ok()) return report.error();
        log.add(*report);
        observer.stepDone(*report);
        skipped = report->skipped ? skipped + 1 : 0;
        if (skipped > kMostSkipped || !(report->skipped || parameters->isFinite())) {
            if (++rollbacks > kMostRollbacks)
                return Error{ErrorCode::Internal, "The loss is no number any more, also after going back to the last good "
                                                  "checkpoint twice; try a lower --learning-rate. The last good checkpoint is kept."};
            observer.message("The loss is no number any more; going back to the last good checkpoint.");
            queue.reset();
            restart(folder);
            queue = std::make_unique<BatchQueue>([this](std::int64_t n) { return load(n); }, progress.batch);
            skipped = 0;
            continue;
        }
        const Request request = observer.request();
        const bool due = request != Request::None || progress.step % options.checkpointEvery == 0 || share() >= 1;
        if (due && skipped == 0)
            if (Status saved = save(folder); !saved.ok()) return saved;
        if (request == Request::Stop) {
            observer.message("Stopped after step " + std::to_string(progress.step) + "; --resume continues from there.");
            return Error{ErrorCode::Cancelled, "stopped"};
        }
    }
    return {};
}

Status Trainer::Private::save(const RunFolder& folder) {
    progress.seconds = seconds();
    return folder.save(progress, *parameters, *optimizer);
}

/// Back to the last good numbers, with other randomness from here on.
void Trainer::Private::restart(const RunFolder& folder) {
    const std::int64_t batch = progress.batch;
    optimizer = std::make_unique<AdamW>(AdamWOptions{0.9, 0.999, 1e-8, options.weightDecay});
    const auto restored = folder.restore(*parameters, *optimizer);
    if (restored.ok() && *restored) progress.step = (*restored)->step;
    progress.batch = batch;
}

Status Trainer::Private::finish(const RunFolder& folder) const {
    return writeResult({folder.path(), *base, *parameters, options, dataReport, progress, fingerprintOf(samples)});
}

static Status checkOptions(const TrainingOptions& options) {
    if (options.steps <= 0 && options.epochs <= 0 && options.minutes <= 0)
        return Error{ErrorCode::InvalidArgument, "Say how long to train: --steps, --epochs or --minutes."};
    if (options.batch == 0 || options.accumulate < 1)
        return Error{ErrorCode::InvalidArgument, "A batch has at least one caption, a step at least one batch."};
    return {};
}

/// Keeps the modalities that are to be trained.
static void select(std::vector<Sample>& samples, const std::set<std::string>& modalities) {
    if (modalities.empty()) return;
    std::erase_if(samples, [&](const Sample& sample) { return !modalities.contains(sample.modality); });
}

static Result<std::vector<Sample>> readOthers(const std::filesystem::path& data) {
    std::vector<Sample> others;
    for (const Split split : {Split::Val, Split::Test}) {
        auto samples = readSamples(data, split);
        if (!samples.ok()) return samples.error();
        others.insert(others.end(), samples->begin(), samples->end());
    }
    return others;
}

static vlm::ModelPaths modelPaths(const TrainingOptions& options) {
    vlm::ModelPaths paths;
    paths.model = options.model;
    return paths;
}

/// The tensors that are trained, of a model whose data have these modalities.
static std::function<bool(const std::string&)> trainedNames(const TrainingOptions& options, const vlm::ModelConfig& config,
                                                            const DataReport& report) {
    if (options.newModality) return ownTensorsOf(config.modalities.at(options.newModality->name));
    std::set<std::string> modalities;
    for (const auto& [modality, count] : report.perModality) modalities.insert(modality);
    return trainedBy(options.preset, config, modalities);
}

/// Reads the data and keeps what can be learnt.
Status Trainer::Private::readData() {
    auto read = readSamples(options.data, Split::Train);
    if (!read.ok()) return read.error();
    samples = std::move(*read);
    auto others = readOthers(options.data);
    if (!others.ok()) return others.error();
    if (options.newModality) giveTo(*options.newModality, samples);
    std::set<std::string> wanted = options.modalities;
    if (options.newModality) wanted = {options.newModality->name};
    select(samples, wanted);
    DataCheckOptions check;
    for (const auto& [name, modality] : model.source->config.modalities) check.modalities.insert(name);
    check.countTokens = [this](const std::string& caption) { return model.languageTokenizer->encode(caption).size(); };
    check.mostTokens = static_cast<std::size_t>(model.source->config.maxTextLength);
    dataReport = checkData(samples, *others, check);
    if (!samples.empty()) return {};
    return Error{ErrorCode::InvalidArgument, options.data.string() + " has no caption to learn from.\n" + toText(dataReport)};
}

/// What the steps need, once model and data are there. `fingerprint` is the base model's.
Status Trainer::Private::prepare(const std::string& fingerprint) {
    plan = planHash(options, fingerprintOf(samples), fingerprint);
    auto read = ParameterSet::read(*model.source, trainedNames(options, model.source->config, dataReport),
                                   {options.seed, options.rank}, at::kCPU);
    if (!read.ok()) return read.error();
    parameters = *read;
    if (!options.cache.empty() && options.preset != Preset::Full) {
        auto opened = FeatureCache::open({options.cache, fingerprint, FeatureCache::Options{}.largest});
        if (!opened.ok()) return opened.error();
        cache.emplace(std::move(*opened));
    }
    runner = std::make_unique<StepRunner>(parameters, model.source->config, options, cache ? &*cache : nullptr);
    optimizer = std::make_unique<AdamW>(AdamWOptions{0.9, 0.999, 1e-8, options.weightDecay});
    plans = std::make_unique<EpochPlans>(samples, options.batch, options.seed);
    return {};
}

Result<std::unique_ptr<Trainer>> Trainer::open(const TrainingOptions& options) {
    if (Status good = checkOptions(options); !good.ok()) return good.error();
    vlm::CaptionerOptions device;
    device.device = "cpu";
    device.threads = options.threads;
    auto loaded = vlm::loadTokenizers(modelPaths(options), device);
    if (!loaded.ok()) return loaded.error();
    auto d = std::make_unique<Private>(options, std::move(*loaded));
    d->base = d->model.source;
    const auto fingerprint = vlm::fingerprint(*d->base);
    if (!fingerprint.ok()) return fingerprint.error();
    if (options.newModality) {
        auto extended = std::make_shared<vlm::ModelSource>(*d->base);
        if (Status added = addModality(*extended, *options.newModality); !added.ok()) return added.error();
        d->model.source = extended;
    }
    if (Status read = d->readData(); !read.ok()) return read.error();
    if (Status ready = d->prepare(*fingerprint); !ready.ok()) return ready.error();
    return std::unique_ptr<Trainer>(new Trainer(std::move(d)));
}

Trainer::Trainer(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
Trainer::~Trainer() = default;

const DataReport& Trainer::dataReport() const { return m_d->dataReport; }

std::int64_t Trainer::trainedParameters() const {
    std::int64_t count = 0;
    for (const auto& [name, tensor] : m_d->parameters->trained()) count += tensor.numel();
    return count;
}

Result<Estimate> Trainer::probe() {
    const auto start = Clock::now();
    const Result<TrainingBatch> batch = m_d->load(0);
    if (!batch.ok()) return batch.error();
    StepReport report;
    m_d->parameters->zeroGradients();
    if (Status s = m_d->runner->addGradients(*batch, 1.0, 1, report); !s.ok()) return s.error();
    m_d->parameters->zeroGradients();
    Estimate estimate;
    estimate.secondsAStep = std::chrono::duration<double>(Clock::now() - start).count() * m_d->options.accumulate;
    const auto trained = static_cast<std::uint64_t>(trainedParameters());
    estimate.memoryBytes = peakResidentBytes() + trained * 8; // the moments come with the first step
    estimate.diskBytes = trained * 4 * (3 * 3 + 1);           // three checkpoints of weights and two moments, and the result
    std::error_code ignored;
    std::filesystem::path folder = std::filesystem::absolute(m_d->options.output);
    while (folder.has_parent_path() && folder != folder.parent_path() && !std::filesystem::exists(folder, ignored)) folder = folder.parent_path();
    estimate.freeBytes = std::filesystem::space(folder, ignored).available;
    return estimate;
}

Status Trainer::run(TrainingObserver& observer) {
    auto folder = RunFolder::open(m_d->options.output);
    if (!folder.ok()) return folder.error();
    if (folder->hasCheckpoint() && !m_d->options.resume)
        return Error{ErrorCode::InvalidArgument, m_d->options.output.string() +
                                                     " holds a training already; --resume continues it, or choose another folder."};
    const auto restored = folder->restore(*m_d->parameters, *m_d->optimizer);
    if (!restored.ok()) return restored.error();
    if (*restored) {
        if ((*restored)->plan != m_d->plan)
            return Error{ErrorCode::InvalidArgument, m_d->options.output.string() + " was trained with other options, data or "
                                                     "another model; give the same ones, or choose another folder."};
        m_d->progress = **restored;
        observer.message("Going on after step " + std::to_string(m_d->progress.step) + ".");
    }
    m_d->progress.plan = m_d->plan;
    m_d->secondsBefore = m_d->progress.seconds;
    m_d->started = Clock::now();
    const TrainingLog log(folder->path() / "log.jsonl");
    const Status trained = m_d->loop(observer, *folder, log);
    if (!trained.ok()) return trained.error().code == ErrorCode::Cancelled ? Status() : trained;
    if (m_d->cache) m_d->cache->trim();
    return m_d->finish(*folder);
}

} // namespace rb::train
