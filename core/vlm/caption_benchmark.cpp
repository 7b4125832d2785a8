#include "core/vlm/caption_benchmark.h"

#include "core/base/process_memory.h"
#include "core/vlm/compute_device.h"
#include "core/vlm/loaded_model.h"
#include "core/vlm/random_weights.h"

#include <chrono>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>
#include <c10/core/InferenceMode.h>

namespace rb::vlm {
namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

ModelConfig withModalities(ModelConfig config) {
    config.modalities["image"] = {"vision", false, "Qformer", "img"};
    config.modalities["image_region"] = {"vision", true, "Qformer", "img_region"};
    return config;
}

VisionConfig vision(std::int64_t size, std::int64_t width, std::int64_t layers, std::int64_t heads, std::int64_t mlp) {
    VisionConfig config;
    config.imageSize = size;
    config.hiddenSize = width;
    config.numLayers = layers;
    config.numHeads = heads;
    config.mlpSize = mlp;
    return config;
}

void setOpt(LanguageModelConfig& config, std::int64_t vocabulary, std::int64_t width, std::int64_t layers,
            std::int64_t heads, std::int64_t ffn) {
    config.type = "opt";
    config.vocabSize = vocabulary;
    config.hiddenSize = width;
    config.numLayers = layers;
    config.numHeads = heads;
    config.ffnSize = ffn;
}

/// Random weights and everything that decoding needs, without tokenizers.
struct BenchmarkModel {
    std::unique_ptr<RegionBlip> network;
    GenerationContext context;
    std::uint64_t weightBytes = 0;
};

Result<BenchmarkModel> buildModel(const CaptionBenchmark& benchmark, at::Device device) {
    BenchmarkModel model;
    if (!benchmark.model.empty()) {
        Result<LoadedModel> loaded = loadModel(benchmark.model, benchmark.options);
        if (!loaded.ok()) return loaded.error();
        model.context = loaded->generationContext({});
        model.network = std::move(loaded->network);
        for (const auto& [name, reference] : loaded->source->tensors) {
            const auto shape = loaded->source->shapeOf(name)->second;
            model.weightBytes += static_cast<std::uint64_t>(c10::multiply_integers(shape)) *
                                 (benchmark.options.precision == Precision::BFloat16 ? 2 : 4);
        }
        return model;
    }
    const Result<ModelConfig> config = benchmarkShape(benchmark.shape);
    if (!config.ok()) return config.error();
    const at::NoGradGuard noGradients;
    const nn::Weights weights(randomWeights(model.weightBytes), modelTypes(benchmark.options.precision, device));
    model.network = std::make_unique<RegionBlip>(weights, *config);
    model.context.vocabularySize = static_cast<TokenId>(config->languageModel.vocabSize);
    model.context.endToken = static_cast<TokenId>(config->languageModel.eosTokenId);
    model.context.history = {2};
    return model;
}

/// Captions `count` regions of one encoded picture, every one `newTokens` long.
void captionRegions(const BenchmarkModel& model, const CrossStates& cross, int count, const CaptionBenchmark& benchmark) {
    const Modality& modality = *model.network->modality("image_region");
    const at::Tensor boxes = at::rand({count, 4});
    const at::Tensor prompt = model.network->softPrompt(modality, model.network->queryOutput(modality, cross, boxes));
    GenerationOptions options;
    options.numBeams = benchmark.beams;
    options.maxNewTokens = options.minNewTokens = benchmark.newTokens;
    const auto session = model.network->languageModel().start({prompt, {2}, modality.adapter, nullptr, {}});
    generate(*session, static_cast<std::size_t>(count), options, model.context);
}

} // namespace

Result<ModelConfig> benchmarkShape(const std::string& shape) {
    ModelConfig config;
    if (shape == "mini") {
        config.vision = vision(112, 192, 6, 6, 768);
        config.qformer.hiddenSize = config.qformer.encoderHiddenSize = 192;
        config.qformer.numLayers = 4;
        config.qformer.numHeads = 6;
        config.qformer.intermediateSize = 576;
        config.qformer.numQueryTokens = 12;
        setOpt(config.languageModel, 538, 192, 4, 6, 576);
        config.languageModel.eosTokenId = 202;
    } else if (shape == "opt-2.7b") {
        config.vision = vision(224, 1408, 39, 16, 6144);
        setOpt(config.languageModel, 50272, 2560, 32, 32, 10240);
    } else {
        return Error{ErrorCode::InvalidArgument, "There is no shape \"" + shape + "\"; choose mini or opt-2.7b."};
    }
    return withModalities(std::move(config));
}

Result<CaptionFigures> runCaptionBenchmark(const CaptionBenchmark& benchmark) {
    const Result<at::Device> device = chooseDevice(benchmark.options.device);
    if (!device.ok()) return device.error();
    useThreads(benchmark.options.threads);
    CaptionFigures figures;
    figures.processor = processorFeatures();
    figures.threads = at::get_num_threads();
    Status inner;
    const Status status = guarded("The benchmark", [&] {
        auto start = Clock::now();
        Result<BenchmarkModel> model = buildModel(benchmark, *device);
        if (!model.ok()) {
            inner = model.error();
            return;
        }
        figures.loadSeconds = since(start);
        figures.weightBytes = model->weightBytes;
        const c10::InferenceMode inference;
        const Modality& modality = *model->network->modality("image_region");
        const std::int64_t side = model->network->config().vision.imageSize;
        start = Clock::now();
        const CrossStates cross =
            modality.qformer->crossStates(model->network->encodePixels(at::rand({1, 3, side, side})), modality.adapter);
        figures.encodeSeconds = since(start);
        start = Clock::now();
        captionRegions(*model, cross, 1, benchmark);
        figures.firstRegionSeconds = since(start);
        start = Clock::now();
        captionRegions(*model, cross, benchmark.regions, benchmark);
        figures.allRegionsSeconds = since(start);
        figures.peakBytes = peakResidentBytes();
    });
    if (!inner.ok()) return inner.error();
    if (!status.ok()) return status.error();
    return figures;
}

} // namespace rb::vlm
