#pragma once

#include "core/nn/pre_norm_block.h"
#include "core/nn/trace.h"
#include "core/vlm/model_config.h"

#include <vector>

namespace rb::vlm {

/// EVA-CLIP's ViT (`visual_encoder.*`) and the norm behind it (`ln_vision`).
class VisionTransformer {
public:
    VisionTransformer(const nn::Weights& visualEncoder, const nn::Weights& lnVision, const VisionConfig& config,
                      bool recompute = false);

    /// Pixels `[B, 3, S, S]`, normalised → tokens `[B, 1 + N, D]` after `ln_vision`, class token
    /// first. S may differ from the checkpoint's size: the grid of positions is then interpolated.
    at::Tensor operator()(const at::Tensor& pixels, nn::Trace* trace = nullptr) const;

    /// Position embedding for a grid of `side` × `side` patches, `[1, 1 + side², D]`: the class
    /// position kept, the rest interpolated bicubically (align_corners = false).
    at::Tensor positionsFor(std::int64_t side) const;

private:
    at::Tensor patches(const at::Tensor& pixels) const;

    VisionConfig m_config;
    nn::Linear proj; ///< `patch_embed.proj` as a matrix `[D, 3·p·p]`
    at::Tensor cls_token, pos_embed;
    std::vector<nn::PreNormBlock> blocks;
    nn::LayerNorm ln_vision;
};

} // namespace rb::vlm
