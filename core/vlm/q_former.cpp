#include "core/vlm/q_former.h"

#include <ATen/ATen.h>

namespace rb::vlm {

using nn::attend;
using nn::mergeHeads;
using nn::splitHeads;

CrossStates CrossStates::rows(const at::Tensor& indices) const {
    CrossStates chosen;
    for (const Layer& layer : layers)
        chosen.layers.push_back({layer.keys.index_select(0, indices), layer.values.index_select(0, indices)});
    return chosen;
}

QFormer::Attention QFormer::attentionFrom(const nn::Weights& weights, std::int64_t keySize,
                                          const nn::LoraSpec& lora) const {
    const std::int64_t d = m_config.hiddenSize;
    Attention attention;
    attention.query = nn::LoraLinear(weights["self.query"], d, d, lora);
    attention.key = nn::Linear(weights["self.key"], keySize, d);
    attention.value = nn::LoraLinear(weights["self.value"], keySize, d, lora);
    attention.dense = nn::Linear(weights["output.dense"], d, d);
    attention.LayerNorm = nn::LayerNorm(weights["output.LayerNorm"], d, m_config.layerNormEps);
    return attention;
}

QFormer::FeedForward QFormer::feedForwardFrom(const nn::Weights& layer, const std::string& ending) const {
    const std::int64_t d = m_config.hiddenSize, inner = m_config.intermediateSize;
    return {nn::Linear(layer["intermediate" + ending + ".dense"], d, inner),
            nn::Linear(layer["output" + ending + ".dense"], inner, d),
            nn::LayerNorm(layer["output" + ending + ".LayerNorm"], d, m_config.layerNormEps)};
}

QFormer::QFormer(const nn::Weights& bert, const QFormerConfig& config, const nn::LoraSpec& lora) : m_config(config) {
    const std::int64_t d = config.hiddenSize;
    const nn::Weights embeddings = bert["embeddings"];
    LayerNorm = nn::LayerNorm(embeddings["LayerNorm"], d, config.layerNormEps);
    word_embeddings = embeddings.optionalVector("word_embeddings.weight", {config.vocabSize, d});
    position_embeddings = embeddings.optionalVector("position_embeddings.weight", {config.maxPositionEmbeddings, d});
    const bool withText = word_embeddings.defined();
    for (std::int64_t i = 0; i < config.numLayers; ++i) {
        const nn::Weights weights = bert["encoder.layer." + std::to_string(i)];
        Layer layer;
        layer.attention = attentionFrom(weights["attention"], d, lora);
        if (i % config.crossAttentionFrequency == 0)
            layer.crossattention = attentionFrom(weights["crossattention"], config.encoderHiddenSize, lora);
        if (withText) layer.text = feedForwardFrom(weights, "");
        layer.query = feedForwardFrom(weights, "_query");
        layers.push_back(std::move(layer));
    }
}

CrossStates QFormer::crossStates(const at::Tensor& encoderStates, nn::AdapterIndex adapter) const {
    CrossStates states;
    for (const Layer& layer : layers) {
        if (!layer.crossattention) continue;
        const Attention& cross = *layer.crossattention;
        states.layers.push_back({splitHeads(cross.key(encoderStates), m_config.numHeads),
                                 splitHeads(cross.value(encoderStates, adapter), m_config.numHeads)});
    }
    return states;
}

at::Tensor QFormer::selfAttended(const Attention& attention, const at::Tensor& x, nn::AdapterIndex adapter) const {
    const std::int64_t heads = m_config.numHeads;
    const at::Tensor context = attend(splitHeads(attention.query(x, adapter), heads), splitHeads(attention.key(x), heads),
                                      splitHeads(attention.value(x, adapter), heads));
    return attention.LayerNorm(attention.dense(mergeHeads(context)) + x);
}

at::Tensor QFormer::crossAttended(const Attention& attention, const at::Tensor& x, const CrossStates::Layer& states,
                                  nn::AdapterIndex adapter) const {
    const at::Tensor query = splitHeads(attention.query(x, adapter), m_config.numHeads);
    return attention.LayerNorm(attention.dense(mergeHeads(attend(query, states.keys, states.values))) + x);
}

at::Tensor QFormer::FeedForward::operator()(const at::Tensor& x) const {
    return LayerNorm(output(at::gelu(intermediate(x))) + x);
}

at::Tensor QFormer::operator()(const at::Tensor& queries, const CrossStates& cross, nn::AdapterIndex adapter,
                               nn::Trace* trace, const std::string& traceName) const {
    at::Tensor x = LayerNorm(queries);
    nn::trace(trace, traceName + ".qformer.hidden.0", x);
    std::size_t crossLayer = 0;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        x = selfAttended(layers[i].attention, x, adapter);
        if (layers[i].crossattention)
            x = crossAttended(*layers[i].crossattention, x, cross.layers.at(crossLayer++), adapter);
        x = layers[i].query(x);
        nn::trace(trace, traceName + ".qformer.hidden." + std::to_string(i + 1), x);
    }
    nn::trace(trace, traceName + ".query_output", x);
    return x; // [B, Q, D]
}

at::Tensor QFormer::encodeText(const at::Tensor& ids, nn::AdapterIndex adapter) const {
    at::Tensor x = LayerNorm(word_embeddings.index_select(0, ids.flatten()).view({ids.size(0), ids.size(1), -1}) +
                             position_embeddings.slice(0, 0, ids.size(1)));
    for (const Layer& layer : layers) x = layer.text(selfAttended(layer.attention, x, adapter));
    return x; // [B, L, D]
}

} // namespace rb::vlm
