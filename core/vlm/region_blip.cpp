#include "core/vlm/region_blip.h"

#include "core/vlm/opt_model.h"
#include "core/vlm/t5_model.h"

#include <set>

#include <ATen/ATen.h>

namespace rb::vlm {

at::Tensor RegionPosition::operator()(const at::Tensor& box) const {
    return second(at::gelu(first(box.to(first.bias.scalar_type()))));
}

static std::set<std::string> encodersOf(const ModelConfig& config) {
    std::set<std::string> encoders;
    for (const auto& [name, modality] : config.modalities) encoders.insert(modality.encoder);
    return encoders;
}

RegionBlip::RegionBlip(const nn::Weights& weights, const ModelConfig& config, const TrainingMode& mode)
    : m_config(config), m_mode(mode) {
    for (const auto& [name, modality] : config.modalities) m_lora.push_back({modality.suffix, loraScale(config, modality)});

    const std::set<std::string> encoders = encodersOf(config);
    if (encoders.contains("vision")) m_vision.emplace(weights["visual_encoder"], weights["ln_vision"], config.vision, mode.recompute);
    if (config.point && (encoders.contains("point") || encoders.contains("point_color"))) {
        m_points.emplace(weights["point_encoder"], *config.point, encoders, mode);
        m_pointAdapter = nn::Linear(weights["pc_adapter"], config.point->hiddenSize, config.qformer.encoderHiddenSize);
    }
    for (const auto& [name, modality] : config.modalities) {
        Modality built = modalityFrom(weights, name, modality);
        built.adapter = static_cast<nn::AdapterIndex>(m_modalities.size());
        m_modalities.emplace(name, std::move(built));
    }
    m_textWeight = weights.optionalVector("stage1_proj_text.weight", {config.embedDim, config.qformer.hiddenSize});
    m_textBias = weights.optionalVector("stage1_proj_text.bias", {config.embedDim});
    const nn::LayerMode layers{mode.languageModelDropout, mode.recompute};
    if (config.languageModel.type == "t5")
        m_languageModel = std::make_unique<T5Model>(weights["t5_model"], config.languageModel, m_lora, layers);
    else
        m_languageModel = std::make_unique<OptModel>(weights["opt_model"], config.languageModel, m_lora, layers);
}

std::shared_ptr<const QFormer> RegionBlip::qformerNamed(const nn::Weights& weights, const std::string& name) {
    auto& qformer = m_qformers[name];
    if (qformer) return qformer;
    const auto dropout = m_mode.qformerDropout.find(name);
    qformer = std::make_shared<QFormer>(weights[name + ".bert"], m_config.qformer, m_lora,
                                        nn::LayerMode{dropout == m_mode.qformerDropout.end() ? 0 : dropout->second, m_mode.recompute});
    return qformer;
}

std::shared_ptr<const RegionPosition> RegionBlip::positionFor(const nn::Weights& embed, const ModalityConfig& config) const {
    return std::make_shared<RegionPosition>(
        RegionPosition{nn::Linear(embed["0"], boxValues(config), m_config.regionHiddenSize),
                       nn::Linear(embed["2"], m_config.regionHiddenSize, m_config.qformer.hiddenSize)});
}

Modality RegionBlip::modalityFrom(const nn::Weights& weights, const std::string& name, const ModalityConfig& config) {
    const QFormerConfig& q = m_config.qformer;
    const std::string projection = (m_config.languageModel.type == "t5" ? "t5_proj_" : "opt_proj_") + config.suffix;
    Modality modality;
    modality.name = name;
    modality.config = config;
    modality.qformer = qformerNamed(weights, config.qformer);
    if (config.region) modality.position = positionFor(weights[config.suffix + "_posembed"], config);
    modality.queryTokens = weights.vector("query_tokens_" + config.suffix, {1, q.numQueryTokens, q.hiddenSize});
    modality.projection = nn::Linear(weights[projection], q.hiddenSize, m_config.languageModel.hiddenSize);
    const nn::Weights stage1 = weights["stage1_proj_" + config.suffix];
    modality.stage1Weight = stage1.optionalVector("weight", {m_config.embedDim, q.hiddenSize});
    modality.stage1Bias = stage1.optionalVector("bias", {m_config.embedDim});
    const nn::Weights match = weights[config.suffix + "_itm_head"];
    if (match.elementCount("weight")) modality.match.emplace(match, q.hiddenSize, 2);
    return modality;
}

const Modality* RegionBlip::modality(const std::string& name) const {
    const auto found = m_modalities.find(name);
    return found == m_modalities.end() ? nullptr : &found->second;
}

at::Tensor RegionBlip::encodePixels(const at::Tensor& pixels, nn::Trace* trace) const {
    return (*m_vision)(pixels, trace);
}

at::Tensor RegionBlip::encodePoints(const at::Tensor& points, nn::Trace* trace, const std::string& traceName) const {
    const at::Tensor adapted = adaptPoints(pointFeatures(points, trace, traceName));
    nn::trace(trace, traceName + ".adapter", adapted);
    return adapted;
}

at::Tensor RegionBlip::pointFeatures(const at::Tensor& points, nn::Trace* trace, const std::string& traceName) const {
    return (*m_points)(points, trace, traceName);
}

at::Tensor RegionBlip::queries(const Modality& modality, const at::Tensor& boxes, std::int64_t count,
                               nn::Trace* trace) const {
    if (!modality.position) return modality.queryTokens.expand({count, -1, -1});
    const at::Tensor position = (*modality.position)(boxes.to(modality.queryTokens.device()));
    nn::trace(trace, modality.name + ".pafe", position);
    return modality.queryTokens + position.unsqueeze(1); // [R, Q, D]
}

at::Tensor RegionBlip::queryOutput(const Modality& modality, const CrossStates& cross, const at::Tensor& boxes,
                                   nn::Trace* trace) const {
    const at::Tensor x = queries(modality, boxes, cross.layers.front().keys.size(0), trace);
    return (*modality.qformer)(x, cross, modality.adapter, trace, modality.name);
}

at::Tensor RegionBlip::softPrompt(const Modality& modality, const at::Tensor& queryOutput, nn::Trace* trace) const {
    const at::Tensor prompt = modality.projection(queryOutput);
    nn::trace(trace, modality.name + ".soft_prompt", prompt);
    return prompt; // [R, Q, Dl]
}

static at::Tensor normalised(const at::Tensor& x) { return x / x.norm(2, -1, true).clamp_min(1e-12); }

at::Tensor RegionBlip::queryFeatures(const Modality& modality, const at::Tensor& queryOutput) const {
    return normalised(at::linear(queryOutput, modality.stage1Weight, modality.stage1Bias));
}

at::Tensor RegionBlip::textFeatures(const Modality& modality, const TextBatch& text) const {
    const at::Tensor cls = modality.qformer->encodeText(text, modality.adapter).select(1, 0);
    return normalised(at::linear(cls, m_textWeight, m_textBias));
}

at::Tensor RegionBlip::matchLogits(const Modality& modality, const at::Tensor& queries, const TextBatch& text, const CrossStates& cross) const {
    const at::Tensor read = modality.qformer->encodePair(queries, text, cross, modality.adapter);
    return (*modality.match)(read).mean(1).to(at::kFloat);
}

} // namespace rb::vlm
