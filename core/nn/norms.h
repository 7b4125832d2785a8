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

/// Batch normalisation; x is `[…, channels]`. By its running statistics, or while training by those of
/// the batch, which then move the running ones.
class BatchNorm {
public:
    BatchNorm() = default;
    BatchNorm(const Weights& weights, std::int64_t channels, bool batchStatistics = false);
    at::Tensor operator()(const at::Tensor& x) const;

private:
    at::Tensor m_weight, m_bias, m_mean, m_variance;
    at::Tensor m_scale, m_shift; ///< both statistics folded in; undefined with those of the batch
};

} // namespace rb::nn
