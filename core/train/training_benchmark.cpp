#include "core/train/training_benchmark.h"

#include "core/base/process_memory.h"
#include "core/train/adamw.h"
#include "core/train/objective.h"
#include "core/train/parameter_set.h"
#include "core/train/presets.h"
#include "core/vlm/caption_benchmark.h"
#include "core/vlm/compute_device.h"
#include "core/vlm/loaded_model.h"

#include <chrono>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>

namespace rb::train {
namespace {

using Clock = std::chrono::steady_clock;

/// A batch of random pixels, boxes and tokens.
TrainingBatch randomBatch(const TrainingBenchmark& benchmark, const vlm::ModelConfig& config) {
    const std::int64_t side = config.vision.imageSize, captions = benchmark.captions;
    TrainingBatch batch;
    batch.modality = "image_region";
    batch.input = at::rand({benchmark.pictures, 3, side, side});
    batch.itemOf = at::arange(captions, at::kLong).remainder(benchmark.pictures);
    batch.boxes = at::rand({captions, 4});
    batch.captions.language = at::randint(4, config.languageModel.vocabSize, {captions, benchmark.tokens}, at::kLong);
    batch.captions.languageMask = at::ones({captions, benchmark.tokens}, at::kBool);
    return batch;
}

class BenchmarkRun {
public:
    BenchmarkRun(const TrainingBenchmark& benchmark, const vlm::ModelConfig& config)
        : m_config(config), m_batch(randomBatch(benchmark, config)),
          m_parameters(ParameterSet::random(config, trainedBy(Preset::Lora, config, {"image_region"}))) {
        m_terms.itc = m_terms.itm = m_terms.itg = 0;
    }

    double seconds(int steps, bool cached) {
        TrainingBatch batch = m_batch;
        if (cached) batch.features = encoded();
        step(batch);
        const auto start = Clock::now();
        for (int i = 0; i < steps; ++i) step(batch);
        return std::chrono::duration<double>(Clock::now() - start).count() / steps;
    }

private:
    at::Tensor encoded() const {
        const at::NoGradGuard noGradients;
        return vlm::RegionBlip(nn::Weights(m_parameters, {}), m_config).encodePixels(m_batch.input);
    }
    void step(const TrainingBatch& given) {
        TrainingBatch batch = given;
        if (!batch.features.defined()) batch.features = encoded();
        const nn::Weights weights(m_parameters, {});
        const vlm::RegionBlip network(weights, m_config);
        const TrainingHeads heads(weights, m_config);
        m_parameters->zeroGradients();
        objective({network, heads}, batch, m_terms).total.backward();
        m_optimizer.step(m_parameters->trained(), 1e-4);
    }

    vlm::ModelConfig m_config;
    TrainingBatch m_batch;
    std::shared_ptr<ParameterSet> m_parameters;
    ObjectiveOptions m_terms;
    AdamW m_optimizer{AdamWOptions{}};
};

} // namespace

Result<TrainingFigures> runTrainingBenchmark(const TrainingBenchmark& benchmark) {
    const Result<vlm::ModelConfig> config = vlm::benchmarkShape(benchmark.shape);
    if (!config.ok()) return config.error();
    vlm::useThreads(benchmark.threads);
    TrainingFigures figures;
    figures.processor = vlm::processorFeatures();
    figures.threads = at::get_num_threads();
    const Status measured = vlm::guarded("The benchmark", [&] {
        BenchmarkRun run(benchmark, *config);
        figures.secondsPlain = run.seconds(benchmark.steps, false);
        figures.secondsCached = run.seconds(benchmark.steps, true);
    });
    if (!measured.ok()) return measured.error();
    figures.peakBytes = peakResidentBytes();
    return figures;
}

} // namespace rb::train
