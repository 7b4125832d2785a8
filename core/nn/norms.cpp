#include "core/nn/norms.h"

#include <ATen/ATen.h>

namespace rb::nn {

LayerNorm::LayerNorm(const Weights& weights, std::int64_t size, double epsilon)
    : m_weight(weights.vector("weight", {size})), m_bias(weights.vector("bias", {size})), m_epsilon(epsilon) {}

at::Tensor LayerNorm::operator()(const at::Tensor& x) const {
    return at::layer_norm(x, m_weight.sizes(), m_weight, m_bias, m_epsilon);
}

RmsNorm::RmsNorm(const Weights& weights, std::int64_t size, double epsilon)
    : m_weight(weights.vector("weight", {size})), m_epsilon(epsilon) {}

at::Tensor RmsNorm::operator()(const at::Tensor& x) const {
    const at::Tensor wide = x.to(at::kFloat);
    const at::Tensor meanSquare = wide.square().mean(-1, true);
    return (wide * (meanSquare + m_epsilon).rsqrt()).to(x.scalar_type()) * m_weight;
}

// torch's default; the checkpoints hold no other.
static constexpr double kBatchNormEpsilon = 1e-5;

FrozenBatchNorm::FrozenBatchNorm(const Weights& weights, std::int64_t channels) {
    const at::Tensor mean = weights.vector("running_mean", {channels});
    const at::Tensor variance = weights.vector("running_var", {channels});
    m_scale = weights.vector("weight", {channels}) * (variance + kBatchNormEpsilon).rsqrt();
    m_shift = weights.vector("bias", {channels}) - mean * m_scale;
}

at::Tensor FrozenBatchNorm::operator()(const at::Tensor& x) const { return at::addcmul(m_shift, x, m_scale); }

} // namespace rb::nn
