#pragma once

#include "core/nn/attention.h"
#include "core/nn/linear.h"
#include "core/nn/norms.h"
#include "core/nn/recompute.h"
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

/// Right-padded texts for the Q-Former.
struct TextBatch {
    at::Tensor ids;  ///< `[B, L]`
    at::Tensor mask; ///< `[B, L]` bool, true where there is a token; undefined: everywhere
};

/// BLIP-2's Q-Former (`Qformer.bert.*`): a BERT whose query part looks at the encoder's states in
/// every `crossAttentionFrequency`-th layer, with a LoRA pair a modality.
class QFormer {
public:
    QFormer(const nn::Weights& bert, const QFormerConfig& config, const nn::LoraSpec& lora, const nn::LayerMode& mode = {});

    CrossStates crossStates(const at::Tensor& encoderStates, nn::AdapterIndex adapter) const;

    /// Queries `[B, Q, D]`, position part added, before the embedding norm → outputs `[B, Q, D]`.
    /// `traceName` is the modality; hidden states are traced as "<name>.qformer.hidden.<i>".
    at::Tensor operator()(const at::Tensor& queries, const CrossStates& cross, nn::AdapterIndex adapter,
                          nn::Trace* trace = nullptr, const std::string& traceName = {}) const;
    /// The same, keeping the self-attention's keys and values of every layer for decodeText().
    at::Tensor operator()(const at::Tensor& queries, const CrossStates& cross, nn::AdapterIndex adapter,
                          CrossStates& kept) const;

    /// Texts alone → states `[B, L, D]`; no queries, no cross-attention.
    at::Tensor encodeText(const TextBatch& text, nn::AdapterIndex adapter) const;
    /// Queries and texts that attend to each other → states of the queries `[B, Q, D]` (for ITM).
    at::Tensor encodePair(const at::Tensor& queries, const TextBatch& text, const CrossStates& cross,
                          nn::AdapterIndex adapter) const;
    /// Texts read from left to right behind the queries whose states were kept → `[B, L, D]` (for ITG).
    at::Tensor decodeText(const TextBatch& text, const CrossStates& queries, nn::AdapterIndex adapter) const;

    const at::Tensor& wordEmbeddings() const { return word_embeddings; } ///< undefined without a text part

private:
    /// What goes through the layers: queries, then text.
    struct Pass {
        at::Tensor x;                       ///< `[B, Q + L, D]`, before the embedding norm
        std::int64_t queries = 0;           ///< Q
        const CrossStates* cross = nullptr;
        at::Tensor mask;                    ///< added to the self-attention's scores; may be undefined
        const CrossStates* before = nullptr; ///< keys and values in front of the own
        CrossStates* kept = nullptr;        ///< takes the own keys and values
        nn::AdapterIndex adapter = nn::kNoAdapter;
    };
    struct Attention {
        nn::LoraLinear query, key, value, dense;
        nn::LayerNorm LayerNorm;
    };
    struct FeedForward {
        nn::LoraLinear intermediate, output;
        nn::LayerNorm LayerNorm;
        at::Tensor operator()(const at::Tensor& x, nn::AdapterIndex adapter, double dropout) const;
    };
    struct Layer {
        Attention attention;
        std::optional<Attention> crossattention;
        FeedForward text, query;
    };
    Attention attentionFrom(const nn::Weights& weights, std::int64_t keySize, const nn::LoraSpec& lora) const;
    FeedForward feedForwardFrom(const nn::Weights& layer, const std::string& ending, const nn::LoraSpec& lora) const;
    /// What one layer reads beside the states: of Pass::cross and Pass::before; and its own keys and values.
    struct LayerStates {
        CrossStates::Layer cross, before, own;
    };
    at::Tensor throughLayer(const Layer& layer, const at::Tensor& x, const Pass& pass, LayerStates& states) const;
    at::Tensor selfAttended(const Attention& attention, const at::Tensor& x, const Pass& pass, LayerStates& states) const;
    at::Tensor crossAttended(const Attention& attention, const at::Tensor& x, const CrossStates::Layer& states,
                             nn::AdapterIndex adapter) const;
    at::Tensor fed(const Layer& layer, const at::Tensor& x, const Pass& pass) const;
    at::Tensor run(const Pass& pass, nn::Trace* trace = nullptr, const std::string& traceName = {}) const;
    at::Tensor embedded(const at::Tensor& ids) const; ///< `[B, L]` → `[B, L, D]`, before the norm

    QFormerConfig m_config;
    nn::LayerMode m_mode; ///< BERT drops after every sub-layer and in the attention
    at::Tensor word_embeddings, position_embeddings; ///< undefined when the model holds no text part
    nn::LayerNorm LayerNorm;
    std::vector<Layer> layers;
};

} // namespace rb::vlm
