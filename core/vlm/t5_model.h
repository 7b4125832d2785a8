#pragma once

#include "core/nn/beam_cache.h"
#include "core/nn/norms.h"
#include "core/nn/recompute.h"
#include "core/vlm/language_model.h"
#include "core/vlm/model_config.h"

namespace rb::vlm {

/// T5's relative position bias: one value a head for each bucket of distance.
class RelativePositionBias {
public:
    RelativePositionBias() = default;
    RelativePositionBias(const nn::Weights& selfAttention, const LanguageModelConfig& config, bool bidirectional);

    /// Bias `[1, H, queries, keys]` for query positions `firstQuery …` and key positions 0 ….
    at::Tensor operator()(std::int64_t firstQuery, std::int64_t queries, std::int64_t keys) const;

private:
    std::int64_t bucket(std::int64_t distance) const;

    at::Tensor relative_attention_bias; ///< `[buckets, H]`
    std::int64_t m_buckets = 32, m_maxDistance = 128;
    bool m_bidirectional = true;
};

/// T5 with a gated feed-forward (`t5_model.*`), FLAN's layout: untied head, no attention scaling.
class T5Model final : public LanguageModel {
public:
    T5Model(const nn::Weights& weights, const LanguageModelConfig& config, const nn::LoraSpec& lora, const nn::LayerMode& mode = {});

    std::unique_ptr<DecoderSession> start(const LanguagePrompt& prompt) const override;
    at::Tensor teacherForced(const LanguagePrompt& prompt, const at::Tensor& ids) const override;
    at::Tensor logits(const at::Tensor& hidden) const override;

    /// Embedded inputs `[B, L, D]`, all attended → encoder states `[B, L, D]`.
    at::Tensor encode(const at::Tensor& embeds, nn::AdapterIndex adapter) const;
    /// Cross-attention keys and values of each decoder layer, as prompt states `[B, H, L, d]`.
    std::vector<nn::StoredStates> crossStates(const at::Tensor& encoded, nn::AdapterIndex adapter) const;
    /// One token for each row: ids `[R]` → hidden `[R, D]`. `cache` has begun the step.
    at::Tensor decodeStep(const at::Tensor& ids, const std::vector<nn::StoredStates>& cross, nn::AdapterIndex adapter,
                          nn::BeamCache& cache) const;
    at::Tensor embed(const at::Tensor& ids) const override;

    const LanguageModelConfig& config() const { return m_config; }

private:
    struct Attention {
        nn::RmsNorm layer_norm;
        nn::LoraLinear q, k, v, o;
    };
    struct FeedForward {
        nn::RmsNorm layer_norm;
        nn::LoraLinear wi_0, wi_1, wo;
    };
    struct Block {
        Attention selfAttention, crossAttention; ///< the second in the decoder only
        FeedForward feedForward;
    };
    Attention attentionFrom(const nn::Weights& layer, const std::string& name, const nn::LoraSpec& lora) const;
    FeedForward feedForwardFrom(const nn::Weights& layer, const nn::LoraSpec& lora) const;
    /// softmax(q kᵀ + bias) v of x over `states`, through the output projection.
    at::Tensor attended(const Attention& attention, const at::Tensor& x, const at::Tensor& states,
                        const at::Tensor& bias, nn::AdapterIndex adapter) const;
    /// One block; `bias` of the self-attention, `encoded` in the decoder only.
    at::Tensor throughBlock(const Block& block, const at::Tensor& x, const at::Tensor& bias, const at::Tensor& encoded,
                            nn::AdapterIndex adapter) const;
    at::Tensor fed(const FeedForward& feedForward, const at::Tensor& x, nn::AdapterIndex adapter) const;
    at::Tensor heads(const at::Tensor& x) const; ///< `[R, H·d]` → `[R, H, d]`

    LanguageModelConfig m_config;
    nn::LayerMode m_mode; ///< drops embeddings, in attention, behind every sub-layer, the outputs
    at::ScalarType m_compute;
    nn::Linear m_shared; ///< token embedding
    nn::Linear lm_head;
    std::vector<Block> encoderBlocks, decoderBlocks;
    RelativePositionBias encoderBias, decoderBias;
    nn::RmsNorm encoderNorm, decoderNorm;
};

} // namespace rb::vlm
