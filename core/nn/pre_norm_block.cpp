#include "core/nn/pre_norm_block.h"

#include "core/nn/attention.h"
#include "core/nn/recompute.h"

#include <ATen/ATen.h>

namespace rb::nn {

PreNormBlock::PreNormBlock(const Weights& weights, const PreNormBlockOptions& options)
    : m_heads(options.numHeads), m_stochasticDepth(options.stochasticDepth), m_recompute(options.recompute),
      norm1(weights["norm1"], options.hiddenSize, options.layerNormEps),
      norm2(weights["norm2"], options.hiddenSize, options.layerNormEps),
      qkv(weights["attn.qkv"], options.hiddenSize, 3 * options.hiddenSize, false),
      proj(weights["attn.proj"], options.hiddenSize, options.hiddenSize),
      fc1(weights["mlp.fc1"], options.hiddenSize, options.mlpSize),
      fc2(weights["mlp.fc2"], options.mlpSize, options.hiddenSize) {
    if (!options.queryValueBias) return;
    const at::Tensor q = weights["attn"].vector("q_bias", {options.hiddenSize});
    const at::Tensor v = weights["attn"].vector("v_bias", {options.hiddenSize});
    qkv.bias = at::cat({q, at::zeros_like(q), v});
}

at::Tensor PreNormBlock::attention(const at::Tensor& x) const {
    const auto parts = qkv(x).chunk(3, -1);
    return proj(mergeHeads(
        attend(splitHeads(parts[0], m_heads), splitHeads(parts[1], m_heads), splitHeads(parts[2], m_heads))));
}

/// A branch that whole samples skip at random (arXiv 1603.09382).
static at::Tensor sometimes(const at::Tensor& branch, double chance) {
    if (chance <= 0) return branch;
    return branch * dropout(at::ones({branch.size(0), 1, 1}, branch.options()), chance);
}

at::Tensor PreNormBlock::operator()(const at::Tensor& x) const {
    return recomputed(m_recompute, [this](const Tensors& inputs) { return Tensors{run(inputs[0])}; }, {x}).front();
}

at::Tensor PreNormBlock::run(const at::Tensor& x) const {
    const at::Tensor attended = x + sometimes(attention(norm1(x)), m_stochasticDepth);
    return attended + sometimes(fc2(at::gelu(fc1(norm2(attended)))), m_stochasticDepth);
}

} // namespace rb::nn
