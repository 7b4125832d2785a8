#include "core/train/training_heads.h"

#include <ATen/ATen.h>

namespace rb::train {

TextHead::TextHead(const nn::Weights& qformer, const vlm::QFormerConfig& config) {
    const nn::Weights predictions = qformer["cls.predictions"];
    if (!predictions.elementCount("bias")) return;
    const std::int64_t d = config.hiddenSize;
    transform = nn::Linear(predictions["transform.dense"], d, d);
    LayerNorm = nn::LayerNorm(predictions["transform.LayerNorm"], d, config.layerNormEps);
    m_bias = predictions.vector("bias", {config.vocabSize});
}

at::Tensor TextHead::operator()(const at::Tensor& states, const at::Tensor& wordEmbeddings) const {
    return at::linear(LayerNorm(at::gelu(transform(states))), wordEmbeddings, m_bias);
}

static void addHead(std::map<std::string, nn::Linear>& heads, const std::string& suffix, const nn::Weights& weights,
                    std::int64_t in, std::int64_t out) {
    if (weights.elementCount("weight")) heads.emplace(suffix, nn::Linear(weights, in, out));
}

/// As many classes as the head has.
static void addNames(std::map<std::string, nn::Linear>& heads, const std::string& suffix, const nn::Weights& weights, std::int64_t in) {
    if (const auto count = weights.elementCount("bias")) heads.emplace(suffix, nn::Linear(weights, in, *count));
}

TrainingHeads::TrainingHeads(const nn::Weights& weights, const vlm::ModelConfig& config) {
    const std::int64_t d = config.qformer.hiddenSize;
    for (const auto& [name, modality] : config.modalities) {
        if (!text.contains(modality.qformer)) text.emplace(modality.qformer, TextHead(weights[modality.qformer], config.qformer));
        addHead(match, modality.suffix, weights[modality.suffix + "_itm_head"], d, 2);
        if (modality.region) addHead(box, modality.suffix, weights["reg_" + modality.suffix], d, vlm::boxValues(modality));
    }
    temperature = weights.optionalVector("temp", {});
    for (const auto& [name, modality] : config.modalities) addNames(names, modality.suffix, weights["names_" + modality.suffix], d);
    if (const auto count = weights["patch_names"].elementCount("bias"))
        patchNames = nn::Linear(weights["patch_names"], config.vision.hiddenSize, *count);
}

} // namespace rb::train
