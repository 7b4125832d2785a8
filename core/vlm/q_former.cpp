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
    attention.key = nn::LoraLinear(weights["self.key"], keySize, d, lora);
    attention.value = nn::LoraLinear(weights["self.value"], keySize, d, lora);
    attention.dense = nn::LoraLinear(weights["output.dense"], d, d, lora);
    attention.LayerNorm = nn::LayerNorm(weights["output.LayerNorm"], d, m_config.layerNormEps);
    return attention;
}

QFormer::FeedForward QFormer::feedForwardFrom(const nn::Weights& layer, const std::string& ending,
                                              const nn::LoraSpec& lora) const {
    const std::int64_t d = m_config.hiddenSize, inner = m_config.intermediateSize;
    return {nn::LoraLinear(layer["intermediate" + ending + ".dense"], d, inner, lora),
            nn::LoraLinear(layer["output" + ending + ".dense"], inner, d, lora),
            nn::LayerNorm(layer["output" + ending + ".LayerNorm"], d, m_config.layerNormEps)};
}

QFormer::QFormer(const nn::Weights& bert, const QFormerConfig& config, const nn::LoraSpec& lora, const nn::LayerMode& mode)
    : m_config(config), m_mode(mode) {
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
        if (withText) layer.text = feedForwardFrom(weights, "", lora);
        layer.query = feedForwardFrom(weights, "_query", lora);
        layers.push_back(std::move(layer));
    }
}

CrossStates QFormer::crossStates(const at::Tensor& encoderStates, nn::AdapterIndex adapter) const {
    CrossStates states;
    for (const Layer& layer : layers) {
        if (!layer.crossattention) continue;
        const Attention& cross = *layer.crossattention;
        states.layers.push_back({splitHeads(cross.key(encoderStates, adapter), m_config.numHeads),
                                 splitHeads(cross.value(encoderStates, adapter), m_config.numHeads)});
    }
    return states;
}

at::Tensor QFormer::selfAttended(const Attention& attention, const at::Tensor& x, const Pass& pass,
                                 LayerStates& states) const {
    const std::int64_t heads = m_config.numHeads;
    states.own = {splitHeads(attention.key(x, pass.adapter), heads), splitHeads(attention.value(x, pass.adapter), heads)};
    at::Tensor keys = states.own.keys, values = states.own.values;
    if (states.before.keys.defined()) {
        keys = at::cat({states.before.keys, keys}, 2);
        values = at::cat({states.before.values, values}, 2);
    }
    nn::AttentionOptions options;
    options.bias = pass.mask;
    options.dropout = m_mode.dropout;
    const at::Tensor query = splitHeads(attention.query(x, pass.adapter), heads);
    const at::Tensor attended = attention.dense(mergeHeads(attend(query, keys, values, options)), pass.adapter);
    return attention.LayerNorm(nn::dropout(attended, m_mode.dropout) + x);
}

at::Tensor QFormer::crossAttended(const Attention& attention, const at::Tensor& x, const CrossStates::Layer& states,
                                  nn::AdapterIndex adapter) const {
    const at::Tensor query = splitHeads(attention.query(x, adapter), m_config.numHeads);
    nn::AttentionOptions options;
    options.dropout = m_mode.dropout;
    const at::Tensor attended = attention.dense(mergeHeads(attend(query, states.keys, states.values, options)), adapter);
    return attention.LayerNorm(nn::dropout(attended, m_mode.dropout) + x);
}

at::Tensor QFormer::FeedForward::operator()(const at::Tensor& x, nn::AdapterIndex adapter, double dropout) const {
    return LayerNorm(nn::dropout(output(at::gelu(intermediate(x, adapter)), adapter), dropout) + x);
}

at::Tensor QFormer::fed(const Layer& layer, const at::Tensor& x, const Pass& pass) const {
    const auto through = [&](const FeedForward& part, const at::Tensor& states) { return part(states, pass.adapter, m_mode.dropout); };
    if (pass.queries == 0) return through(layer.text, x);
    if (pass.queries == x.size(1)) return through(layer.query, x);
    return at::cat({through(layer.query, x.slice(1, 0, pass.queries)), through(layer.text, x.slice(1, pass.queries))}, 1);
}

at::Tensor QFormer::throughLayer(const Layer& layer, const at::Tensor& x, const Pass& pass, LayerStates& states) const {
    at::Tensor y = selfAttended(layer.attention, x, pass, states);
    if (states.cross.keys.defined()) {
        const at::Tensor queries = crossAttended(*layer.crossattention, y.slice(1, 0, pass.queries), states.cross, pass.adapter);
        y = pass.queries == y.size(1) ? queries : at::cat({queries, y.slice(1, pass.queries)}, 1);
    }
    return fed(layer, y, pass);
}

at::Tensor QFormer::run(const Pass& pass, nn::Trace* trace, const std::string& traceName) const {
    at::Tensor x = nn::dropout(LayerNorm(pass.x), m_mode.dropout);
    nn::trace(trace, traceName + ".qformer.hidden.0", x);
    std::size_t crossLayer = 0;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const Layer& layer = layers[i];
        const CrossStates::Layer cross = pass.cross && layer.crossattention ? pass.cross->layers.at(crossLayer++) : CrossStates::Layer();
        const CrossStates::Layer before = pass.before ? pass.before->layers.at(i) : CrossStates::Layer();
        const Pass kind{{}, pass.queries, nullptr, pass.mask, nullptr, nullptr, pass.adapter};
        const nn::Section section = [this, &layer, kind](const nn::Tensors& inputs) -> nn::Tensors {
            LayerStates states{{inputs[1], inputs[2]}, {inputs[3], inputs[4]}, {}};
            const at::Tensor y = throughLayer(layer, inputs[0], kind, states);
            return {y, states.own.keys, states.own.values};
        };
        const nn::Tensors outputs = nn::recomputed(m_mode.recompute, section, {x, cross.keys, cross.values, before.keys, before.values});
        x = outputs[0];
        if (pass.kept) pass.kept->layers.push_back({outputs[1], outputs[2]});
        nn::trace(trace, traceName + ".qformer.hidden." + std::to_string(i + 1), x);
    }
    return x;
}

at::Tensor QFormer::operator()(const at::Tensor& queries, const CrossStates& cross, nn::AdapterIndex adapter,
                               nn::Trace* trace, const std::string& traceName) const {
    const at::Tensor x = run({queries, queries.size(1), &cross, {}, nullptr, nullptr, adapter}, trace, traceName);
    nn::trace(trace, traceName + ".query_output", x);
    return x; // [B, Q, D]
}

at::Tensor QFormer::operator()(const at::Tensor& queries, const CrossStates& cross, nn::AdapterIndex adapter,
                               CrossStates& kept) const {
    return run({queries, queries.size(1), &cross, {}, nullptr, &kept, adapter});
}

at::Tensor QFormer::embedded(const at::Tensor& ids) const {
    return word_embeddings.index_select(0, ids.flatten()).view({ids.size(0), ids.size(1), -1}) +
           position_embeddings.slice(0, 0, ids.size(1));
}

// The reference adds this to the scores of masked positions.
static constexpr double kMasked = -10000.0;

/// `[B, L]` bool → `[B, 1, 1, before + L]` to add to scores, the first `before` keys being open.
static at::Tensor keyMask(const TextBatch& text, std::int64_t before, const at::TensorOptions& options) {
    if (!text.mask.defined()) return {};
    const at::Tensor mask = at::where(text.mask, at::scalar_tensor(0.0, options), at::scalar_tensor(kMasked, options));
    return at::constant_pad_nd(mask, {before, 0}).unsqueeze(1).unsqueeze(1);
}

at::Tensor QFormer::encodeText(const TextBatch& text, nn::AdapterIndex adapter) const {
    const at::Tensor x = embedded(text.ids);
    return run({x, 0, nullptr, keyMask(text, 0, x.options()), nullptr, nullptr, adapter});
}

at::Tensor QFormer::encodePair(const at::Tensor& queries, const TextBatch& text, const CrossStates& cross,
                               nn::AdapterIndex adapter) const {
    const std::int64_t count = queries.size(1);
    const at::Tensor x = at::cat({queries, embedded(text.ids)}, 1);
    return run({x, count, &cross, keyMask(text, count, x.options()), nullptr, nullptr, adapter}).slice(1, 0, count);
}

at::Tensor QFormer::decodeText(const TextBatch& text, const CrossStates& queries, nn::AdapterIndex adapter) const {
    const at::Tensor x = embedded(text.ids);
    const std::int64_t length = text.ids.size(1), before = queries.layers.front().keys.size(2);
    const at::Tensor later = at::full({length, length}, kMasked, x.options()).triu(1);
    at::Tensor mask = at::constant_pad_nd(later, {before, 0}); // [L, before + L]
    if (text.mask.defined()) mask = at::minimum(mask, keyMask(text, before, x.options()));
    return run({x, 0, nullptr, mask, &queries, nullptr, adapter});
}

} // namespace rb::vlm
