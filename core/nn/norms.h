#pragma once

#include "core/nn/weights.h"

namespace rb::nn {

/// Layer normalisation over the last dimension.
class LayerNorm {
public:
    LayerNorm() = default;
    LayerNorm(const Weights& weights, std::int64_t size, double epsilon);
    at::Tensor operator()(const at::Tensor& x) const;

private:
    at::Tensor m_weight, m_bias;
    double m_epsilon = 1e-5;
};

/// T5's normalisation by the root mean square, without mean and bias, computed in float32.
class RmsNorm {
public:
    RmsNorm() = default;
    RmsNorm(const Weights& weights, std::int64_t size, double epsilon);
    at::Tensor operator()(const at::Tensor& x) const;

private:
    at::Tensor m_weight;
    double m_epsilon = 1e-6;
};

/// Batch normalisation with running statistics; x is `[…, channels]`.
class FrozenBatchNorm {
public:
    FrozenBatchNorm() = default;
    FrozenBatchNorm(const Weights& weights, std::int64_t channels);
    at::Tensor operator()(const at::Tensor& x) const;

private:
    at::Tensor m_scale, m_shift;
};

} // namespace rb::nn
