#include "core/train/step_runner.h"

#include "core/train/encoder_key.h"
#include "core/train/objective.h"
#include "core/vlm/loaded_model.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/autocast_mode.h>
#include <ATen/core/grad_mode.h>

namespace rb::train {
namespace {

/// bfloat16 products over float32 weights, for as long as it lives.
class Autocast {
public:
    explicit Autocast(bool on) : m_on(on) {
        if (!m_on) return;
        at::autocast::set_autocast_dtype(at::kCPU, at::kBFloat16);
        at::autocast::set_autocast_enabled(at::kCPU, true);
    }
    ~Autocast() {
        if (!m_on) return;
        at::autocast::set_autocast_enabled(at::kCPU, false);
        at::autocast::clear_cache();
    }
    Autocast(const Autocast&) = delete;
    Autocast& operator=(const Autocast&) = delete;

private:
    bool m_on;
};

double valueOf(const at::Tensor& term) { return term.defined() ? term.item<double>() : 0.0; }

} // namespace

StepRunner::StepRunner(std::shared_ptr<ParameterSet> parameters, vlm::ModelConfig config, const TrainingOptions& options,
                       const FeatureCache* cache)
    : m_parameters(std::move(parameters)), m_config(std::move(config)), m_terms(options.terms), m_noise(noiseFor(options)),
      m_bfloat16(options.bfloat16), m_cache(cache) {}

/// As in the release: a Q-Former that is trained as a whole drops, one that only carries LoRA does
/// not; the language model always does.
vlm::TrainingNoise StepRunner::noiseFor(const TrainingOptions& options) const {
    vlm::TrainingNoise noise;
    noise.languageModelDropout = options.dropout;
    for (const auto& [name, modality] : m_config.modalities)
        if (m_parameters->trained().contains(modality.qformer + ".bert.encoder.layer.0.attention.self.query.weight"))
            noise.qformerDropout[modality.qformer] = options.dropout;
    if (m_parameters->trained().contains("point_encoder.cls_token")) noise.pointStochasticDepth = options.dropout;
    return noise;
}

bool StepRunner::isFrozen(const std::string& encoder) const {
    const auto first = m_parameters->trained().lower_bound(encoder);
    return first == m_parameters->trained().end() || first->first.rfind(encoder, 0) != 0;
}

/// A frozen encoder's answer needs no graph, and is kept where nothing about its input was random.
at::Tensor StepRunner::frozenFeatures(const vlm::RegionBlip& network, const TrainingBatch& batch) const {
    const at::NoGradGuard noGradients;
    const bool vision = m_config.modalities.at(batch.modality).encoder == "vision";
    const at::Tensor features = vision ? network.encodePixels(batch.input) : network.pointFeatures(batch.input);
    if (!m_cache || !batch.cacheable) return features;
    for (std::size_t i = 0; i < batch.media.size(); ++i) {
        const Status stored = m_cache->store(batch.media[i], encoderKey(m_config.modalities.at(batch.modality)), features[static_cast<std::int64_t>(i)]);
        if (!stored.ok()) break; // a full disk costs speed only
    }
    return FeatureCache::rounded(features);
}

Status StepRunner::addGradients(const TrainingBatch& batch, double share, std::uint64_t seed, StepReport& report) {
    return vlm::guarded("The training step", [&] {
        at::Generator dropout = at::globalContext().defaultGenerator(at::kCPU);
        dropout.set_current_seed(seed);
        ObjectiveOptions terms{m_terms, nullptr, {}};
        terms.negatives = at::detail::createCPUGenerator(seed);
        Losses losses;
        {
            const Autocast autocast(m_bfloat16);
            const nn::Weights weights(m_parameters, {});
            const vlm::RegionBlip network(weights, m_config, m_noise);
            const TrainingHeads heads(weights, m_config);
            TrainingBatch encoded = batch;
            const bool vision = m_config.modalities.at(batch.modality).encoder == "vision";
            if (!batch.features.defined() && isFrozen(vision ? "visual_encoder." : "point_encoder."))
                encoded.features = frozenFeatures(network, batch);
            losses = objective({network, heads}, encoded, terms);
        }
        (losses.total * share).backward();
        report.loss += valueOf(losses.total) * share;
        report.itc += valueOf(losses.itc) * share;
        report.itm += valueOf(losses.itm) * share;
        report.itg += valueOf(losses.itg) * share;
        report.llm += valueOf(losses.llm) * share;
        report.reg += valueOf(losses.reg) * share;
        report.modality = batch.modality;
        report.captions += static_cast<std::size_t>(batch.captions.count());
    });
}

} // namespace rb::train
