#pragma once

#include "core/nn/attention.h"
#include "core/nn/linear.h"
#include "core/nn/norms.h"
#include "core/nn/trace.h"
#include "core/vlm/model_config.h"

#include <optional>
#include <string>
#include <vector>

namespace rb::vlm {

/// Keys and values of every cross-attention layer, made once from the encoder's states for one
/// modality: `[B or 1, heads, N, d]` each. With one row they serve any number of regions.
struct CrossStates {
    struct Layer {
        at::Tensor keys, values;
    };
    std::vector<Layer> layers;

    /// Row `rows[i]` for region i.
    CrossStates rows(const at::Tensor& indices) const;
};

/// BLIP-2's Q-Former (`Qformer.bert.*`): a BERT whose query part looks at the encoder's states in
/// every `crossAttentionFrequency`-th layer, with a LoRA pair a modality.
class QFormer {
public:
    QFormer(const nn::Weights& bert, const QFormerConfig& config, const nn::LoraSpec& lora);

    CrossStates crossStates(const at::Tensor& encoderStates, nn::AdapterIndex adapter) const;

    /// Queries `[B, Q, D]`, position part added, before the embedding norm → outputs `[B, Q, D]`.
    /// `traceName` is the modality; hidden states are traced as "<name>.qformer.hidden.<i>".
    at::Tensor operator()(const at::Tensor& queries, const CrossStates& cross, nn::AdapterIndex adapter,
                          nn::Trace* trace = nullptr, const std::string& traceName = {}) const;

    /// Text ids `[B, L]` without padding → states `[B, L, D]`; no queries, no cross-attention.
    at::Tensor encodeText(const at::Tensor& ids, nn::AdapterIndex adapter) const;

private:
    struct Attention {
        nn::LoraLinear query, value;
        nn::Linear key, dense;
        nn::LayerNorm LayerNorm;
    };
    struct FeedForward {
        nn::Linear intermediate, output;
        nn::LayerNorm LayerNorm;
        at::Tensor operator()(const at::Tensor& x) const;
    };
    struct Layer {
        Attention attention;
        std::optional<Attention> crossattention;
        FeedForward text, query;
    };
    Attention attentionFrom(const nn::Weights& weights, std::int64_t keySize, const nn::LoraSpec& lora) const;
    FeedForward feedForwardFrom(const nn::Weights& layer, const std::string& ending) const;
    at::Tensor selfAttended(const Attention& attention, const at::Tensor& x, nn::AdapterIndex adapter) const;
    at::Tensor crossAttended(const Attention& attention, const at::Tensor& x, const CrossStates::Layer& states,
                             nn::AdapterIndex adapter) const;

    QFormerConfig m_config;
    at::Tensor word_embeddings, position_embeddings; ///< undefined when the model holds no text part
    nn::LayerNorm LayerNorm;
    std::vector<Layer> layers;
};

} // namespace rb::vlm
