#include "core/pretrain/pretraining.h"

#include "core/base/partial_folder.h"
#include "core/base/sha256.h"
#include "core/pretrain/scene_batches.h"
#include "core/pretrain/start_model.h"
#include "core/synthetic/furniture.h"
#include "core/train/learning_rate.h"
#include "core/train/presets.h"
#include "core/train/training_loop.h"
#include "core/vlm/adapter.h"
#include "core/vlm/compute_device.h"
#include "core/vlm/loaded_model.h"
#include "core/vlm/model_writer.h"
#include "core/vlm/tensor_files.h"

#include <ATen/ATen.h>

namespace rb::pretrain {
namespace {

namespace fs = std::filesystem;

using Shapes = std::map<std::string, std::vector<std::int64_t>>;

/// The heads that name things while the model learns to see.
Shapes headsOf(const Recipe& recipe, const vlm::ModelConfig& config) {
    Shapes heads;
    const auto add = [&heads](const std::string& name, std::int64_t classes, std::int64_t width) {
        heads[name + ".weight"] = {classes, width};
        heads[name + ".bias"] = {classes};
    };
    const auto names = static_cast<std::int64_t>(recipe.names), kinds = static_cast<std::int64_t>(synthetic::furnitureKinds().size());
    add("patch_names", names + 1, config.vision.hiddenSize);
    for (const auto& [name, modality] : config.modalities)
        if (vlm::seesPoints(modality) || modality.region)
            add("names_" + modality.suffix, vlm::seesPoints(modality) ? kinds : names, config.qformer.hiddenSize);
    return heads;
}

bool isLearnt(const std::string& name) {
    return !train::loraNameOf(name) && !train::isStatistic(name);
}

/// What must not change between runs: everything before the phases, and the phases that have begun.
std::string planOf(const Recipe& recipe, const std::string& start, std::int64_t step) {
    std::string text = start + "\n" + recipe.text;
    for (const Phase& phase : recipe.phases) {
        text += "\n" + phase.text;
        if (&phase == recipe.phaseAt(step).first) break;
    }
    return sha256Of(text);
}

vlm::TrainingMode modeOf(const Phase& phase, const vlm::ModelConfig& config) {
    vlm::TrainingMode mode;
    mode.languageModelDropout = phase.dropout;
    mode.pointStochasticDepth = phase.dropout;
    mode.pointBatchStatistics = phase.batchStatistics;
    for (const auto& [name, modality] : config.modalities) mode.qformerDropout[modality.qformer] = phase.dropout;
    return mode;
}

} // namespace

struct Pretraining::Private {
    PretrainingOptions options;
    Recipe recipe;
    synthetic::GlyphSet glyphs;
    vlm::LoadedModel model; ///< the start, without its network
    std::string start;      ///< its fingerprint
    std::unique_ptr<SceneBatches> batches;
    std::shared_ptr<train::ParameterSet> parameters;
    std::unique_ptr<train::TrainingLoop> loop;

    Private(const PretrainingOptions& chosen, Recipe read, synthetic::GlyphSet drawn, vlm::LoadedModel loaded)
        : options(chosen), recipe(std::move(read)), glyphs(std::move(drawn)), model(std::move(loaded)) {}

    Status prepare();
    train::Course course() const;
    train::StepSettings settings(const train::Progress& progress) const;
    Status writeModel() const;
};

train::StepSettings Pretraining::Private::settings(const train::Progress& progress) const {
    const auto [phase, first] = recipe.phaseAt(progress.batch);
    const double share = static_cast<double>(progress.batch - first) / static_cast<double>(phase->steps);
    const train::WarmupCosine schedule{phase->learningRate, phase->minimumRate, phase->warmup};
    return {phase->terms, modeOf(*phase, model.source->config), phase->frozen, schedule.at(share)};
}

// A batch is a step. After a way back, batches are ahead of steps: phases go by batches.
train::Course Pretraining::Private::course() const {
    train::Course course;
    course.steps = recipe.steps();
    course.share = [steps = course.steps](const train::Progress& p) { return static_cast<double>(p.batch) / static_cast<double>(steps); };
    course.settings = [this](const train::Progress& p) { return settings(p); };
    course.plan = [this](const train::Progress& p) { return planOf(recipe, start, std::max<std::int64_t>(0, p.batch - 1)); };
    course.load = [this](std::int64_t number) { return batches->batch(number); };
    return course;
}

Status Pretraining::Private::prepare() {
    const auto fingerprint = vlm::fingerprint(*model.source);
    if (!fingerprint.ok()) return fingerprint.error();
    start = *fingerprint;
    const vlm::ModelConfig& config = model.source->config;
    batches = std::make_unique<SceneBatches>(recipe, glyphs, config, train::CaptionTokenizers{*model.languageTokenizer, model.bertTokenizer.get()});
    const train::ParameterSet::Fresh fresh{.seed = recipe.seed, .lora = train::LoraStart(), .heads = headsOf(recipe, config)};
    auto read = train::ParameterSet::read(*model.source, isLearnt, fresh, at::kCPU);
    if (!read.ok()) return read.error();
    parameters = *read;
    train::LoopOptions steps;
    steps.clip = recipe.clip;
    steps.checkpointEvery = recipe.checkpointEvery;
    steps.seed = recipe.seed;
    steps.adamw = {recipe.beta1, recipe.beta2, 1e-8, recipe.weightDecay};
    loop = std::make_unique<train::TrainingLoop>(parameters, std::make_unique<train::StepRunner>(parameters, config, train::StepRunner::Options{}), steps, course());
    return {};
}

/// The model in float32 beside its final place, then as it is shipped.
Status Pretraining::Private::writeModel() const {
    const fs::path trained = options.output / "trained.safetensors", folder = options.output / "model";
    std::map<std::string, at::Tensor> tensors;
    for (const auto& [name, tensor] : parameters->all())
        if (model.source->tensors.contains(name)) tensors.emplace(name, tensor);
    if (Status written = vlm::writeTensors(trained, tensors, {{"format", "regionblip-adapter"}, {"version", "1"}, {"base", start}}); !written.ok())
        return written;
    vlm::ModelSource merged = *model.source;
    if (Status added = vlm::addAdapter(merged, trained); !added.ok()) return added;
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    vlm::WriteOptions write;
    write.dtype = checkpoint::DType::BF16;
    write.name = recipe.name;
    write.licence = recipe.licence;
    write.source = recipe.source;
    return vlm::writeModelFolder(merged, folder, write);
}

Result<std::unique_ptr<Pretraining>> Pretraining::open(const PretrainingOptions& options) {
    auto recipe = readRecipe(options.recipe);
    if (!recipe.ok()) return recipe.error();
    auto glyphs = synthetic::GlyphSet::load(recipe->objects, {.names = recipe->names});
    if (!glyphs.ok()) return glyphs.error();
    if (glyphs->size() != recipe->names)
        return Error{ErrorCode::InvalidArgument, recipe->objects.string() + " has " + std::to_string(glyphs->size()) + " names, and the recipe asks for " +
                                                     std::to_string(recipe->names) + "."};
    std::error_code error;
    fs::create_directories(options.output, error);
    if (error) return writeFailed(options.output, error);
    vlm::useThreads(options.threads); // the start is computed too
    vlm::ModelPaths paths;
    paths.model = options.output / "start";
    if (!fs::exists(paths.model, error))
        if (Status made = makeStartModel(*recipe, *glyphs, paths.model); !made.ok()) return made.error();
    vlm::CaptionerOptions device;
    device.device = "cpu";
    device.threads = options.threads;
    auto loaded = vlm::loadTokenizers(paths, device);
    if (!loaded.ok()) return loaded.error();
    auto d = std::make_unique<Private>(options, std::move(*recipe), std::move(*glyphs), std::move(*loaded));
    if (Status ready = d->prepare(); !ready.ok()) return ready.error();
    return std::unique_ptr<Pretraining>(new Pretraining(std::move(d)));
}

Pretraining::Pretraining(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
Pretraining::~Pretraining() = default;

std::int64_t Pretraining::parameters() const {
    std::int64_t count = 0;
    for (const auto& [name, tensor] : m_d->parameters->trained()) count += tensor.numel();
    return count;
}

Status Pretraining::run(train::TrainingObserver& observer) {
    const auto folder = train::RunFolder::open(m_d->options.output);
    if (!folder.ok()) return folder.error();
    const Status trained = m_d->loop->run(*folder, m_d->options.resume, observer);
    if (!trained.ok()) return trained.error().code == ErrorCode::Cancelled ? Status() : trained;
    return m_d->writeModel();
}

} // namespace rb::pretrain
