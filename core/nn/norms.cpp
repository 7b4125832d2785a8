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

BatchNorm::BatchNorm(const Weights& weights, std::int64_t channels, bool batchStatistics)
    : m_weight(weights.vector("weight", {channels})), m_bias(weights.vector("bias", {channels})),
      m_mean(weights.vector("running_mean", {channels})), m_variance(weights.vector("running_var", {channels})) {
    if (batchStatistics) return;
    m_scale = m_weight * (m_variance + kBatchNormEpsilon).rsqrt();
    m_shift = m_bias - m_mean * m_scale;
}

at::Tensor BatchNorm::operator()(const at::Tensor& x) const {
    if (m_scale.defined()) return at::addcmul(m_shift, x, m_scale);
    const at::Tensor rows = x.reshape({-1, x.size(-1)});
    return at::batch_norm(rows, m_weight, m_bias, m_mean, m_variance, true, 0.1, kBatchNormEpsilon, false).view(x.sizes());
}

} // namespace rb::nn
