#pragma once

#include "core/nn/beam_cache.h"
#include "core/nn/norms.h"
#include "core/nn/recompute.h"
#include "core/vlm/language_model.h"
#include "core/vlm/model_config.h"

namespace rb::vlm {

/// OPT (`opt_model.*`): pre-norm decoder with learned positions (offset 2), ReLU and a tied head.
class OptModel final : public LanguageModel {
public:
    OptModel(const nn::Weights& weights, const LanguageModelConfig& config, const nn::LoraSpec& lora, const nn::LayerMode& mode = {});

    std::unique_ptr<DecoderSession> start(const LanguagePrompt& prompt) const override;
    at::Tensor teacherForced(const LanguagePrompt& prompt, const at::Tensor& ids) const override;
    at::Tensor logits(const at::Tensor& hidden) const override { return m_head(hidden); }

    /// Embedded inputs `[B, L, D]`, all attended → hidden states after the final norm; the keys and
    /// values of every layer go into `cache` unless it is null.
    at::Tensor forward(const at::Tensor& embeds, nn::AdapterIndex adapter, nn::BeamCache* cache) const;
    /// One token for each row: ids `[R]` at `position` → hidden `[R, D]`. `cache` has begun the step.
    at::Tensor forwardStep(const at::Tensor& ids, std::int64_t position, nn::AdapterIndex adapter,
                           nn::BeamCache& cache) const;
    at::Tensor embed(const at::Tensor& ids) const override;
    std::int64_t layerCount() const { return static_cast<std::int64_t>(layers.size()); }

private:
    struct Layer {
        nn::LayerNorm self_attn_layer_norm, final_layer_norm;
        nn::LoraLinear q_proj, k_proj, v_proj, out_proj, fc1, fc2;
    };
    /// The states behind the layer, then its keys and values.
    nn::Tensors throughLayer(const Layer& layer, const at::Tensor& x, nn::AdapterIndex adapter) const;
    at::Tensor feedForward(const Layer& layer, const at::Tensor& x, nn::AdapterIndex adapter) const;

    std::int64_t m_heads;
    nn::LayerMode m_mode; ///< drops behind attention and feed-forward
    double m_scale;
    at::Tensor embed_positions;
    nn::Linear m_head; ///< `embed_tokens` as the output head
    std::vector<Layer> layers;
    nn::LayerNorm final_layer_norm;
};

} // namespace rb::vlm
