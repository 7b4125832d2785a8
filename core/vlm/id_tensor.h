#pragma once

#include "core/text/tokenizer.h"

#include <span>

#include <ATen/ops/tensor.h>

namespace rb::vlm {

/// Token ids as an int64 tensor `[L]` on `device`.
inline at::Tensor idTensor(std::span<const text::TokenId> ids, at::Device device) {
    return at::tensor(at::ArrayRef<text::TokenId>(ids.data(), ids.size()), at::kInt)
        .to(at::TensorOptions(at::kLong).device(device));
}

} // namespace rb::vlm
