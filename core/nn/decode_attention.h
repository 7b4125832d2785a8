#pragma once

#include <cstdint>
#include <vector>

#include <ATen/core/Tensor.h>

namespace rb::nn {

/// Which stored keys and values each row of a decoding step sees: those of its item's prompt, then
/// one slot of the token store for every token it wrote. Beams that share a past share slots.
struct RowIndex {
    std::vector<std::int64_t> itemOf; ///< [R] row of the prompt tensors
    std::vector<std::int64_t> slots;  ///< [R × T] rows of the token store, oldest first
    std::int64_t tokens = 0;          ///< T
};

/// Keys and values of one layer.
struct StoredStates {
    at::Tensor promptKeys, promptValues; ///< `[I, H, P, d]`, or undefined
    at::Tensor tokenKeys, tokenValues;   ///< `[slots, H, d]`, or undefined
};

/// softmax(q · keys · scale + bias) values for one query a row: q `[R, H, d]`, bias undefined or
/// `[H, P + T]`; result `[R, H·d]`. Nothing is gathered on a CPU in float32; elsewhere by index.
at::Tensor decodeAttention(const at::Tensor& q, const StoredStates& states, const RowIndex& index, double scale,
                           const at::Tensor& bias = {});

/// The same by tensor operations only, for every device and type.
at::Tensor decodeAttentionByGather(const at::Tensor& q, const StoredStates& states, const RowIndex& index,
                                   double scale, const at::Tensor& bias = {});

} // namespace rb::nn
