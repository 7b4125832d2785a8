#include "core/train/trainer.h"

#include "core/base/process_memory.h"
#include "core/train/adapter_file.h"
#include "core/train/learning_rate.h"
#include "core/train/plan_hash.h"
#include "core/train/shuffle.h"
#include "core/train/training_loop.h"
#include "core/vlm/compute_device.h"
#include "core/vlm/loaded_model.h"

#include <chrono>
#include <cmath>

#include <c10/core/InferenceMode.h>

namespace rb::train {
namespace {

using Clock = std::chrono::steady_clock;

} // namespace

struct Trainer::Private {
    Private(TrainingOptions chosen, vlm::LoadedModel loaded) : options(std::move(chosen)), model(std::move(loaded)) {}

    TrainingOptions options;
    vlm::LoadedModel model; ///< tokenizers, configuration, source; with the new modality
    std::shared_ptr<const vlm::ModelSource> base; ///< without it
    std::vector<Sample> samples;
    DataReport dataReport;
    std::string dataFingerprint;
    std::string plan;       ///< hash of options, data and model
    std::shared_ptr<ParameterSet> parameters;
    std::optional<FeatureCache> cache;
    std::unique_ptr<EpochPlans> plans; ///< used by the thread that loads batches
    std::unique_ptr<TrainingLoop> loop;

    std::int64_t processes() const { return options.group ? options.group->worldSize() : 1; }
    std::int64_t plannedSteps() const {
        if (options.steps > 0) return options.steps;
        if (options.epochs <= 0) return 0;
        const double batches = options.epochs * static_cast<double>(plans->firstEpochSize());
        return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(batches / options.accumulate)));
    }

    Status readData();
    LoraStart startLora();
    Status prepare(const std::string& fingerprint);
    Course course() const;
    std::function<double(const Progress&)> schedule(std::function<double(const Progress&)> share) const;
    Result<vlm::RegionCaptioner> captionerNow() const;
    Result<TrainingBatch> load(std::int64_t number) const;
};

Result<TrainingBatch> Trainer::Private::load(std::int64_t number) const {
    const BatchSources sources{samples, model.source->config, {*model.languageTokenizer, model.bertTokenizer.get()},
                               cache ? &*cache : nullptr};
    const std::int64_t rank = options.group ? options.group->rank() : 0;
    const PlannedBatch part = partOf(plans->batch(number), rank, processes());
    return loadBatch(part, sources, mixed(options.seed, static_cast<std::uint64_t>(number), 7 + static_cast<std::uint64_t>(rank)));
}

/// Shares the tensors that are trained.
Result<vlm::RegionCaptioner> Trainer::Private::captionerNow() const {
    vlm::LoadedModel now{model.source, nullptr, model.languageTokenizer, model.bertTokenizer, model.device, {}};
    const Status built = vlm::guarded("Writing captions with the model", [&] {
        const c10::InferenceMode inference;
        now.network = std::make_unique<vlm::RegionBlip>(nn::Weights(parameters, {}), model.source->config);
    });
    if (!built.ok()) return built.error();
    return vlm::RegionCaptioner::of(std::move(now), options.newModality ? options.newModality->name : std::string());
}

/// The learning rate at a progress; `share` tells how much is done.
std::function<double(const Progress&)> Trainer::Private::schedule(std::function<double(const Progress&)> share) const {
    if (options.schedule == Schedule::Cosine) {
        const WarmupCosine cosine{options.learningRate, options.minimumRate, options.warmup};
        return [cosine, share = std::move(share)](const Progress& progress) { return cosine.at(share(progress)); };
    }
    ReleasedSchedule released;
    released.initial = options.learningRate;
    released.epochs = static_cast<std::int64_t>(std::ceil(options.epochs));
    const auto batches = static_cast<std::int64_t>(plans->firstEpochSize());
    const std::int64_t steps = std::max<std::int64_t>(1, batches / options.accumulate);
    return [released, steps](const Progress& progress) { return released.at(progress.step / steps, progress.step % steps); };
}

Course Trainer::Private::course() const {
    Course course;
    course.steps = plannedSteps();
    course.share = [steps = course.steps, minutes = options.minutes](const Progress& progress) {
        const double bySteps = steps > 0 ? static_cast<double>(progress.step) / static_cast<double>(steps) : 0;
        return minutes > 0 ? std::max(bySteps, progress.seconds / (60 * minutes)) : bySteps;
    };
    StepSettings settings{options.terms, modeFor(*parameters, model.source->config, options.dropout), {}, 0};
    settings.mode.recompute = options.checkpointing;
    course.settings = [settings, rate = schedule(course.share)](const Progress& progress) {
        StepSettings now = settings;
        now.learningRate = rate(progress);
        return now;
    };
    course.plan = [plan = plan](const Progress&) { return plan; };
    course.load = [this](std::int64_t number) { return load(number); };
    course.captioner = [this] { return captionerNow(); };
    return course;
}

static Status checkOptions(const TrainingOptions& options) {
    if (options.steps <= 0 && options.epochs <= 0 && options.minutes <= 0)
        return Error{ErrorCode::InvalidArgument, "Say how long to train: --steps, --epochs or --minutes."};
    if (options.schedule == Schedule::Released && options.epochs <= 0)
        return Error{ErrorCode::InvalidArgument, "The released schedule goes by epochs; give --epochs (the release: 10)."};
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

/// Each process of a machine takes a device of its own.
static Result<std::string> deviceOf(const TrainingOptions& options) {
    const auto chosen = vlm::chooseDevice(options.device);
    if (!chosen.ok()) return chosen.error();
    if (!options.group || !chosen->is_cuda() || chosen->has_index()) return options.device;
    return "cuda:" + std::to_string(options.group->localRank());
}

static vlm::ModelPaths modelPaths(const TrainingOptions& options) {
    vlm::ModelPaths paths;
    paths.model = options.model;
    return paths;
}

/// The tensors that are trained, of a model whose data have these modalities.
static TrainedNames trainedNames(const TrainingOptions& options, const vlm::ModelConfig& config,
                                                            const DataReport& report) {
    if (options.newModality) return ownTensorsOf(config.modalities.at(options.newModality->name), options.targets);
    std::set<std::string> modalities;
    for (const auto& [modality, count] : report.perModality) modalities.insert(modality);
    return trainedBy(options.preset, config, modalities, options.targets);
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

/// The pairs' rank and scale, which the model's configuration tells from here on.
LoraStart Trainer::Private::startLora() {
    LoraStart start{options.rank, {}};
    if (!options.alpha) return start;
    auto scaled = std::make_shared<vlm::ModelSource>(*model.source);
    const double scale = *options.alpha / static_cast<double>(options.rank.value_or(scaled->config.loraRank));
    for (const auto& [name, count] : dataReport.perModality) {
        vlm::ModalityConfig& modality = scaled->config.modalities.at(name);
        start.newScale[modality.suffix] = scale / vlm::loraScale(scaled->config, modality);
        modality.loraScale = scale;
    }
    model.source = scaled;
    return start;
}

/// What the steps need, once model and data are there. `fingerprint` is the base model's.
Status Trainer::Private::prepare(const std::string& fingerprint) {
    dataFingerprint = fingerprintOf(samples);
    plan = planHash(options, dataFingerprint, fingerprint, processes());
    const LoraStart lora = startLora();
    auto read = ParameterSet::read(*model.source, trainedNames(options, model.source->config, dataReport),
                                   {options.seed, lora}, model.device);
    if (!read.ok()) return read.error();
    parameters = *read;
    if (!options.cache.empty() && options.preset != Preset::Full) {
        auto opened = FeatureCache::open({options.cache, fingerprint, FeatureCache::Options{}.largest});
        if (!opened.ok()) return opened.error();
        cache.emplace(std::move(*opened));
    }
    plans = std::make_unique<EpochPlans>(samples, options.batch * static_cast<std::size_t>(processes()), options.seed);
    LoopOptions loopOptions;
    loopOptions.accumulate = options.accumulate;
    loopOptions.clip = options.clip;
    loopOptions.checkpointEvery = options.checkpointEvery;
    loopOptions.evaluateEvery = options.evaluateEvery;
    loopOptions.seed = options.seed;
    loopOptions.adamw.weightDecay = options.weightDecay;
    loopOptions.group = options.group;
    auto runner = std::make_unique<StepRunner>(
        parameters, model.source->config, StepRunner::Options{options.bfloat16, cache ? &*cache : nullptr, options.group});
    loop = std::make_unique<TrainingLoop>(parameters, std::move(runner), loopOptions, course());
    return {};
}

Result<std::unique_ptr<Trainer>> Trainer::open(const TrainingOptions& options) {
    if (Status good = checkOptions(options); !good.ok()) return good.error();
    vlm::CaptionerOptions device;
    const auto chosen = deviceOf(options);
    if (!chosen.ok()) return chosen.error();
    device.device = *chosen;
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
    if (Status tried = m_d->loop->tryStep(); !tried.ok()) return tried.error();
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
    const bool follows = m_d->options.group && m_d->options.group->rank() != 0;
    const auto folder = follows ? Result<RunFolder>(RunFolder::ofAnother(m_d->options.output)) : RunFolder::open(m_d->options.output);
    if (!folder.ok()) return folder.error();
    const Status trained = m_d->loop->run(*folder, m_d->options.resume, observer);
    if (!trained.ok()) return trained.error().code == ErrorCode::Cancelled ? Status() : trained;
    if (follows) return {};
    if (m_d->cache) m_d->cache->trim();
    const Result<Metrics> metrics = m_d->loop->evaluate(*folder, observer);
    if (!metrics.ok()) return metrics.error();
    return writeResult({folder->path(), *m_d->base, m_d->model.source->config, *m_d->parameters, m_d->options, m_d->dataReport, m_d->loop->progress(),
                        m_d->dataFingerprint, *metrics});
}

} // namespace rb::train
