#pragma once

#include "core/nn/linear.h"
#include "core/nn/norms.h"

namespace rb::nn {

struct PreNormBlockOptions {
    std::int64_t hiddenSize = 0;
    std::int64_t numHeads = 0;
    std::int64_t mlpSize = 0;
    double layerNormEps = 1e-6;
    bool queryValueBias = false; ///< EVA: `attn.q_bias` and `attn.v_bias`, none for the keys
    double stochasticDepth = 0;  ///< chance that a sample skips a branch, while training
    bool recompute = false;      ///< see recomputed(); the block must then live until the backward pass
};

/// The block that EVA's ViT and Point-BERT share: x + attn(norm1(x)), then x + mlp(norm2(x)), with
/// one `qkv` matrix and exact GELU.
class PreNormBlock {
public:
    PreNormBlock(const Weights& weights, const PreNormBlockOptions& options);
    at::Tensor operator()(const at::Tensor& x) const; ///< `[B, N, D]` → `[B, N, D]`

private:
    at::Tensor run(const at::Tensor& x) const;
    at::Tensor attention(const at::Tensor& x) const;

    std::int64_t m_heads;
    double m_stochasticDepth;
    bool m_recompute;
    LayerNorm norm1, norm2;
    Linear qkv, proj, fc1, fc2;
};

} // namespace rb::nn
