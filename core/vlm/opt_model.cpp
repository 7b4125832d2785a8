#include "core/vlm/opt_model.h"

#include "core/nn/attention.h"
#include "core/vlm/id_tensor.h"
#include "core/vlm/logits_buffer.h"

#include <cmath>

#include <ATen/ATen.h>

namespace rb::vlm {
namespace {

// OPT's position table begins with two rows that stand for padding.
constexpr std::int64_t kPositionOffset = 2;
constexpr double kLayerNormEps = 1e-5;

class OptSession final : public DecoderSession {
public:
    OptSession(const OptModel& model, const LanguagePrompt& prompt)
        : m_model(model), m_prompt(prompt), m_cache(model.layerCount()) {}

    std::span<const float> prefill() override {
        const at::Tensor hidden = m_model.forward(m_model.embedPrompt(m_prompt), m_prompt.adapter, &m_cache);
        m_length = hidden.size(1);
        const at::Tensor logits = m_model.logits(hidden.select(1, m_length - 1));
        nn::trace(m_prompt.trace, m_prompt.traceName + ".llm.logits", logits);
        return m_logits.hold(logits);
    }

    std::span<const float> step(std::span<const std::int32_t> parents, std::span<const TokenId> tokens) override {
        m_cache.beginStep(parents);
        const at::Tensor ids = idTensor(tokens, m_prompt.softPrompt.device());
        const std::int64_t position = m_length + m_cache.tokens() - 1;
        return m_logits.hold(m_model.logits(m_model.forwardStep(ids, position, m_prompt.adapter, m_cache)));
    }

private:
    const OptModel& m_model;
    LanguagePrompt m_prompt;
    nn::BeamCache m_cache;
    LogitsBuffer m_logits;
    std::int64_t m_length = 0; ///< of the prompt
};

} // namespace

OptModel::OptModel(const nn::Weights& weights, const LanguageModelConfig& config, const nn::LoraSpec& lora, const nn::LayerMode& mode)
    : m_heads(config.numHeads), m_mode(mode),
      m_scale(1.0 / std::sqrt(static_cast<double>(config.hiddenSize) / static_cast<double>(config.numHeads))) {
    const std::int64_t d = config.hiddenSize, f = config.ffnSize;
    const nn::Weights decoder = weights["model.decoder"];
    m_head = nn::Linear(decoder.matrix("embed_tokens.weight", {config.vocabSize, d}), at::Tensor());
    embed_positions = decoder.vector("embed_positions.weight", {config.maxPositionEmbeddings + kPositionOffset, d});
    final_layer_norm = nn::LayerNorm(decoder["final_layer_norm"], d, kLayerNormEps);
    for (std::int64_t i = 0; i < config.numLayers; ++i) {
        const nn::Weights w = decoder["layers." + std::to_string(i)];
        const nn::Weights attention = w["self_attn"];
        Layer layer;
        layer.self_attn_layer_norm = nn::LayerNorm(w["self_attn_layer_norm"], d, kLayerNormEps);
        layer.final_layer_norm = nn::LayerNorm(w["final_layer_norm"], d, kLayerNormEps);
        layer.q_proj = nn::LoraLinear(attention["q_proj"], d, d, lora);
        layer.k_proj = nn::LoraLinear(attention["k_proj"], d, d, lora);
        layer.v_proj = nn::LoraLinear(attention["v_proj"], d, d, lora);
        layer.out_proj = nn::LoraLinear(attention["out_proj"], d, d, lora);
        layer.fc1 = nn::LoraLinear(w["fc1"], d, f, lora);
        layer.fc2 = nn::LoraLinear(w["fc2"], f, d, lora);
        layers.push_back(std::move(layer));
    }
}

at::Tensor OptModel::embed(const at::Tensor& ids) const {
    return m_head.weight.index_select(0, ids).to(embed_positions.scalar_type());
}

// Padding stands at the right, where no real token can see it.
at::Tensor OptModel::teacherForced(const LanguagePrompt& prompt, const at::Tensor& ids) const {
    const at::Tensor before = embedPrompt(prompt), known = ids.slice(1, 0, ids.size(1) - 1);
    const at::Tensor embeds = at::cat({before, embed(known.flatten()).view({known.size(0), known.size(1), -1})}, 1);
    return forward(embeds, prompt.adapter, nullptr).slice(1, before.size(1) - 1);
}

at::Tensor OptModel::feedForward(const Layer& layer, const at::Tensor& x, nn::AdapterIndex adapter) const {
    return x + nn::dropout(layer.fc2(at::relu(layer.fc1(layer.final_layer_norm(x), adapter)), adapter), m_mode.dropout);
}

nn::Tensors OptModel::throughLayer(const Layer& layer, const at::Tensor& x, nn::AdapterIndex adapter) const {
    nn::AttentionOptions options;
    options.causal = true;
    options.scale = m_scale;
    const at::Tensor normed = layer.self_attn_layer_norm(x);
    const at::Tensor keys = nn::splitHeads(layer.k_proj(normed, adapter), m_heads); // [B, H, L, d]
    const at::Tensor values = nn::splitHeads(layer.v_proj(normed, adapter), m_heads);
    const at::Tensor query = nn::splitHeads(layer.q_proj(normed, adapter), m_heads);
    const at::Tensor attended = layer.out_proj(nn::mergeHeads(nn::attend(query, keys, values, options)), adapter);
    return {feedForward(layer, x + nn::dropout(attended, m_mode.dropout), adapter), keys, values};
}

at::Tensor OptModel::forward(const at::Tensor& embeds, nn::AdapterIndex adapter, nn::BeamCache* cache) const {
    at::Tensor x = embeds + embed_positions.slice(0, kPositionOffset, kPositionOffset + embeds.size(1));
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const nn::Section section = [this, &layer = layers[i], adapter](const nn::Tensors& inputs) { return throughLayer(layer, inputs[0], adapter); };
        const nn::Tensors states = nn::recomputed(m_mode.recompute, section, {x});
        if (cache) cache->setPrompt(static_cast<std::int64_t>(i), states[1], states[2]);
        x = states[0];
    }
    return final_layer_norm(x); // [B, L, D]
}

at::Tensor OptModel::forwardStep(const at::Tensor& ids, std::int64_t position, nn::AdapterIndex adapter,
                                 nn::BeamCache& cache) const {
    at::Tensor x = embed(ids) + embed_positions[position + kPositionOffset]; // [R, D]
    const auto heads = [this](const at::Tensor& y) { return y.view({y.size(0), m_heads, -1}); };
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const Layer& layer = layers[i];
        const at::Tensor normed = layer.self_attn_layer_norm(x);
        const nn::StoredStates& states = cache.append(static_cast<std::int64_t>(i), heads(layer.k_proj(normed, adapter)),
                                                      heads(layer.v_proj(normed, adapter)));
        const at::Tensor context =
            nn::decodeAttention(heads(layer.q_proj(normed, adapter)), states, cache.index(), m_scale);
        x = feedForward(layer, x + layer.out_proj(context, adapter), adapter);
    }
    return final_layer_norm(x);
}

std::unique_ptr<DecoderSession> OptModel::start(const LanguagePrompt& prompt) const {
    return std::make_unique<OptSession>(*this, prompt);
}

} // namespace rb::vlm
