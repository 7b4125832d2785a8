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
    Autocast(bool on, const at::Device& device) : m_on(on), m_device(device.type()) {
        if (!m_on) return;
        at::autocast::set_autocast_dtype(m_device, at::kBFloat16);
        at::autocast::set_autocast_enabled(m_device, true);
    }
    ~Autocast() {
        if (!m_on) return;
        at::autocast::set_autocast_enabled(m_device, false);
        at::autocast::clear_cache();
    }
    Autocast(const Autocast&) = delete;
    Autocast& operator=(const Autocast&) = delete;

private:
    bool m_on;
    at::DeviceType m_device;
};

double valueOf(const at::Tensor& term) { return term.defined() ? term.item<double>() : 0.0; }

} // namespace

vlm::TrainingMode modeFor(const ParameterSet& parameters, const vlm::ModelConfig& config, double dropout) {
    vlm::TrainingMode mode;
    mode.languageModelDropout = dropout;
    for (const auto& [name, modality] : config.modalities)
        if (parameters.trained().contains(modality.qformer + ".bert.encoder.layer.0.attention.self.query.weight"))
            mode.qformerDropout[modality.qformer] = dropout;
    if (parameters.trained().contains("point_encoder.cls_token")) mode.pointStochasticDepth = dropout;
    return mode;
}

StepRunner::StepRunner(std::shared_ptr<ParameterSet> parameters, vlm::ModelConfig config, const Options& options)
    : m_parameters(std::move(parameters)), m_config(std::move(config)), m_options(options) {}

/// A frozen encoder's answer needs no graph, and is kept where nothing about its input was random.
at::Tensor StepRunner::frozenFeatures(const vlm::RegionBlip& network, const TrainingBatch& batch) const {
    const at::NoGradGuard noGradients;
    const bool points = vlm::seesPoints(m_config.modalities.at(batch.modality));
    const at::Tensor features = points ? network.pointFeatures(batch.input) : network.encodePixels(batch.input);
    if (!m_options.cache || !batch.cacheable) return features;
    for (std::size_t i = 0; i < batch.media.size(); ++i) {
        const Status stored = m_options.cache->store(batch.media[i], encoderKey(m_config.modalities.at(batch.modality)), features[static_cast<std::int64_t>(i)]);
        if (!stored.ok()) break; // a full disk costs speed only
    }
    return FeatureCache::rounded(features);
}

struct StepRunner::Forward {
    std::unique_ptr<vlm::RegionBlip> network;
    Losses losses;
};

StepRunner::Forward StepRunner::forward(const TrainingBatch& batch, const StepSettings& settings, std::uint64_t seed) const {
    const at::Device device = m_parameters->device();
    at::Generator dropout = at::globalContext().defaultGenerator(device);
    dropout.set_current_seed(seed);
    ObjectiveOptions terms{settings.terms, m_options.exchange, {}};
    terms.negatives = at::detail::createCPUGenerator(seed);
    const Autocast autocast(m_options.bfloat16, device);
    const nn::Weights weights(m_parameters, {});
    auto network = std::make_unique<vlm::RegionBlip>(weights, m_config, settings.mode);
    const TrainingHeads heads(weights, m_config);
    TrainingBatch encoded = on(device, batch);
    const bool points = vlm::seesPoints(m_config.modalities.at(batch.modality));
    if (!batch.features.defined() && m_parameters->isFrozen(points ? "point_encoder." : "visual_encoder."))
        encoded.features = frozenFeatures(*network, encoded);
    Losses losses = objective({*network, heads}, encoded, terms);
    return {std::move(network), std::move(losses)};
}

Status StepRunner::addGradients(const TrainingBatch& batch, const StepSettings& settings, const Part& part, StepReport& report) {
    return vlm::guarded("The training step", [&] {
        const Forward pass = forward(batch, settings, part.seed);
        const Losses& losses = pass.losses;
        (losses.total * part.share).backward();
        report.loss += valueOf(losses.total) * part.share;
        report.itc += valueOf(losses.itc) * part.share;
        report.itm += valueOf(losses.itm) * part.share;
        report.itg += valueOf(losses.itg) * part.share;
        report.llm += valueOf(losses.llm) * part.share;
        report.reg += valueOf(losses.reg) * part.share;
        report.patch += valueOf(losses.patch) * part.share;
        report.name += valueOf(losses.name) * part.share;
        report.modality = batch.modality;
        report.captions += static_cast<std::size_t>(batch.captions.count());
    });
}

} // namespace rb::train
