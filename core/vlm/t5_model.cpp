#include "core/vlm/t5_model.h"

#include "core/nn/attention.h"
#include "core/vlm/id_tensor.h"
#include "core/vlm/logits_buffer.h"

#include <cmath>
#include <limits>

#include <ATen/ATen.h>

namespace rb::vlm {
namespace {

class T5Session final : public DecoderSession {
public:
    T5Session(const T5Model& model, const LanguagePrompt& prompt)
        : m_model(model), m_prompt(prompt), m_cache(model.config().numDecoderLayers) {}

    std::span<const float> prefill() override {
        const at::Tensor soft = m_prompt.softPrompt;
        const at::Tensor encoded = m_model.encode(m_model.embedPrompt(m_prompt), m_prompt.adapter);
        m_cross = m_model.crossStates(encoded, m_prompt.adapter);
        nn::trace(m_prompt.trace, m_prompt.traceName + ".llm.encoder", encoded);
        const at::Tensor ids = idTensor(m_prompt.textIds, soft.device());
        nn::trace(m_prompt.trace, m_prompt.traceName + ".llm.prompt_ids", ids.unsqueeze(0).repeat({soft.size(0), 1}));

        std::vector<std::int32_t> items(static_cast<std::size_t>(soft.size(0)));
        for (std::size_t i = 0; i < items.size(); ++i) items[i] = static_cast<std::int32_t>(i);
        const std::vector<TokenId> startTokens(items.size(),
                                               static_cast<TokenId>(m_model.config().decoderStartTokenId));
        const at::Tensor logits = stepLogits(items, startTokens);
        nn::trace(m_prompt.trace, m_prompt.traceName + ".llm.logits", logits);
        return m_logits.hold(logits);
    }

    std::span<const float> step(std::span<const std::int32_t> parents, std::span<const TokenId> tokens) override {
        return m_logits.hold(stepLogits(parents, tokens));
    }

private:
    at::Tensor stepLogits(std::span<const std::int32_t> parents, std::span<const TokenId> tokens) {
        m_cache.beginStep(parents);
        return m_model.logits(m_model.decodeStep(idTensor(tokens, m_prompt.softPrompt.device()), m_cross, m_prompt.adapter, m_cache));
    }

    const T5Model& m_model;
    LanguagePrompt m_prompt;
    nn::BeamCache m_cache;
    std::vector<nn::StoredStates> m_cross;
    LogitsBuffer m_logits;
};

} // namespace

T5Model::Attention T5Model::attentionFrom(const nn::Weights& layer, const std::string& name,
                                          const nn::LoraSpec& lora) const {
    const std::int64_t d = m_config.hiddenSize, inner = m_config.numHeads * m_config.headSize;
    const nn::Weights w = layer[name];
    Attention attention;
    attention.layer_norm = nn::RmsNorm(layer["layer_norm"], d, m_config.layerNormEps);
    attention.q = nn::LoraLinear(w["q"], d, inner, lora, false);
    attention.k = nn::LoraLinear(w["k"], d, inner, lora, false);
    attention.v = nn::LoraLinear(w["v"], d, inner, lora, false);
    attention.o = nn::LoraLinear(w["o"], inner, d, lora, false);
    return attention;
}

T5Model::FeedForward T5Model::feedForwardFrom(const nn::Weights& layer, const nn::LoraSpec& lora) const {
    const std::int64_t d = m_config.hiddenSize, f = m_config.ffnSize;
    const nn::Weights w = layer["DenseReluDense"];
    return {nn::RmsNorm(layer["layer_norm"], d, m_config.layerNormEps), nn::LoraLinear(w["wi_0"], d, f, lora, false),
            nn::LoraLinear(w["wi_1"], d, f, lora, false), nn::LoraLinear(w["wo"], f, d, lora, false)};
}

T5Model::T5Model(const nn::Weights& weights, const LanguageModelConfig& config, const nn::LoraSpec& lora, const nn::LayerMode& mode)
    : m_config(config), m_mode(mode), m_compute(weights.types().compute) {
    const std::int64_t d = config.hiddenSize;
    m_shared = nn::Linear(weights.matrix("shared.weight", {config.vocabSize, d}), at::Tensor());
    lm_head = config.tiedHead ? m_shared : nn::Linear(weights["lm_head"], d, config.vocabSize, false);
    for (std::int64_t i = 0; i < config.numLayers; ++i) {
        const nn::Weights block = weights["encoder.block." + std::to_string(i) + ".layer"];
        encoderBlocks.push_back({attentionFrom(block["0"], "SelfAttention", lora), {}, feedForwardFrom(block["1"], lora)});
    }
    for (std::int64_t i = 0; i < config.numDecoderLayers; ++i) {
        const nn::Weights block = weights["decoder.block." + std::to_string(i) + ".layer"];
        decoderBlocks.push_back({attentionFrom(block["0"], "SelfAttention", lora),
                                 attentionFrom(block["1"], "EncDecAttention", lora), feedForwardFrom(block["2"], lora)});
    }
    encoderBias = RelativePositionBias(weights["encoder.block.0.layer.0.SelfAttention"], config, true);
    decoderBias = RelativePositionBias(weights["decoder.block.0.layer.0.SelfAttention"], config, false);
    encoderNorm = nn::RmsNorm(weights["encoder.final_layer_norm"], d, config.layerNormEps);
    decoderNorm = nn::RmsNorm(weights["decoder.final_layer_norm"], d, config.layerNormEps);
}

at::Tensor T5Model::embed(const at::Tensor& ids) const {
    return m_shared.weight.index_select(0, ids).to(m_compute);
}

at::Tensor T5Model::fed(const FeedForward& feedForward, const at::Tensor& x, nn::AdapterIndex adapter) const {
    const at::Tensor normed = feedForward.layer_norm(x);
    const at::Tensor gate = at::gelu(feedForward.wi_0(normed, adapter), m_config.activation == "gelu_new" ? "tanh" : "none");
    const at::Tensor inner = nn::dropout(gate * feedForward.wi_1(normed, adapter), m_mode.dropout);
    return x + nn::dropout(feedForward.wo(inner, adapter), m_mode.dropout);
}

at::Tensor T5Model::attended(const Attention& attention, const at::Tensor& x, const at::Tensor& states,
                             const at::Tensor& bias, nn::AdapterIndex adapter) const {
    const std::int64_t h = m_config.numHeads;
    nn::AttentionOptions options;
    options.scale = 1.0;
    options.bias = bias;
    options.dropout = m_mode.dropout;
    const auto heads = [h](const at::Tensor& y) { return nn::splitHeads(y, h); };
    const at::Tensor context = nn::attend(heads(attention.q(x, adapter)), heads(attention.k(states, adapter)),
                                          heads(attention.v(states, adapter)), options);
    return nn::dropout(attention.o(nn::mergeHeads(context), adapter), m_mode.dropout);
}

at::Tensor T5Model::throughBlock(const Block& block, const at::Tensor& x, const at::Tensor& bias, const at::Tensor& encoded,
                                 nn::AdapterIndex adapter) const {
    const nn::Section section = [this, &block, adapter](const nn::Tensors& inputs) -> nn::Tensors {
        const at::Tensor& states = inputs[2];
        const at::Tensor normed = block.selfAttention.layer_norm(inputs[0]);
        at::Tensor y = inputs[0] + attended(block.selfAttention, normed, normed, inputs[1], adapter);
        if (states.defined()) y = y + attended(block.crossAttention, block.crossAttention.layer_norm(y), states, {}, adapter);
        return {fed(block.feedForward, y, adapter)};
    };
    return nn::recomputed(m_mode.recompute, section, {x, bias, encoded}).front();
}

at::Tensor T5Model::encode(const at::Tensor& embeds, nn::AdapterIndex adapter) const {
    const std::int64_t length = embeds.size(1);
    const at::Tensor bias = encoderBias(0, length, length).to(embeds.scalar_type());
    at::Tensor x = nn::dropout(embeds, m_mode.dropout);
    for (const Block& block : encoderBlocks) x = throughBlock(block, x, bias, {}, adapter);
    return nn::dropout(encoderNorm(x), m_mode.dropout);
}

at::Tensor T5Model::teacherForced(const LanguagePrompt& prompt, const at::Tensor& ids) const {
    const at::Tensor encoded = encode(embedPrompt(prompt), prompt.adapter);
    const std::int64_t items = ids.size(0), length = ids.size(1);
    const at::Tensor start = at::full({items, 1}, m_config.decoderStartTokenId, ids.options());
    const at::Tensor known = at::cat({start, ids.slice(1, 0, length - 1)}, 1);
    at::Tensor x = nn::dropout(embed(known.flatten()).view({items, length, -1}), m_mode.dropout);
    const at::Tensor later = at::full({length, length}, -std::numeric_limits<double>::infinity(), x.options()).triu(1);
    const at::Tensor bias = decoderBias(0, length, length).to(x.scalar_type()) + later;
    for (const Block& block : decoderBlocks) x = throughBlock(block, x, bias, encoded, prompt.adapter);
    return nn::dropout(decoderNorm(x), m_mode.dropout); // [I, L, D]
}

std::vector<nn::StoredStates> T5Model::crossStates(const at::Tensor& encoded, nn::AdapterIndex adapter) const {
    std::vector<nn::StoredStates> states;
    for (const Block& block : decoderBlocks) {
        const Attention& a = block.crossAttention;
        nn::StoredStates layer;
        layer.promptKeys = nn::splitHeads(a.k(encoded, adapter), m_config.numHeads).contiguous();
        layer.promptValues = nn::splitHeads(a.v(encoded, adapter), m_config.numHeads).contiguous();
        states.push_back(std::move(layer));
    }
    return states;
}

at::Tensor T5Model::heads(const at::Tensor& x) const { return x.view({x.size(0), m_config.numHeads, m_config.headSize}); }

at::Tensor T5Model::decodeStep(const at::Tensor& ids, const std::vector<nn::StoredStates>& cross,
                               nn::AdapterIndex adapter, nn::BeamCache& cache) const {
    const std::int64_t position = cache.tokens() - 1;
    const at::Tensor bias = decoderBias(position, 1, position + 1).squeeze(2).squeeze(0); // [H, T]
    const nn::RowIndex items{cache.index().itemOf, {}, 0};
    at::Tensor x = embed(ids); // [R, D]
    for (std::size_t i = 0; i < decoderBlocks.size(); ++i) {
        const Attention& own = decoderBlocks[i].selfAttention;
        const at::Tensor normed = own.layer_norm(x);
        const nn::StoredStates& past =
            cache.append(static_cast<std::int64_t>(i), heads(own.k(normed, adapter)), heads(own.v(normed, adapter)));
        x = x + own.o(nn::decodeAttention(heads(own.q(normed, adapter)), past, cache.index(), 1.0, bias), adapter);

        const Attention& other = decoderBlocks[i].crossAttention;
        const at::Tensor query = heads(other.q(other.layer_norm(x), adapter));
        x = x + other.o(nn::decodeAttention(query, cross[i], items, 1.0), adapter);
        x = fed(decoderBlocks[i].feedForward, x, adapter);
    }
    return decoderNorm(x);
}

at::Tensor T5Model::logits(const at::Tensor& hidden) const {
    if (!m_config.scaleDecoderOutputs) return lm_head(hidden);
    return lm_head(hidden * (1.0 / std::sqrt(static_cast<double>(m_config.hiddenSize))));
}

std::unique_ptr<DecoderSession> T5Model::start(const LanguagePrompt& prompt) const {
    return std::make_unique<T5Session>(*this, prompt);
}

} // namespace rb::vlm
