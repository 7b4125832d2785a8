#pragma once

#include <optional>

#include <ATen/core/Tensor.h>

namespace rb::nn {

/// Drops elements at random and scales the rest; x itself when `probability` is 0.
at::Tensor dropout(const at::Tensor& x, double probability);

/// `[B, N, H·d]` → `[B, H, N, d]`.
at::Tensor splitHeads(const at::Tensor& x, std::int64_t heads);
/// `[B, H, N, d]` → `[B, N, H·d]`.
at::Tensor mergeHeads(const at::Tensor& x);

struct AttentionOptions {
    bool causal = false;
    std::optional<double> scale;  ///< absent: d^-0.5
    at::Tensor bias;              ///< added to the scores, broadcast to `[B, H, N, M]`; may be undefined
    double dropout = 0;           ///< of the attention's weights, while training
};

/// softmax(q kᵀ · scale + bias) v for q `[B, H, N, d]` and k, v `[B or 1, H, M, d]`: one image's keys
/// and values serve all its regions without a copy.
at::Tensor attend(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v, const AttentionOptions& options = {});

} // namespace rb::nn
