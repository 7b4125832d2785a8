#pragma once

#include <span>

#include <ATen/core/Tensor.h>

namespace rb::vlm {

/// Keeps the last logits on the host in float32 for a DecoderSession.
class LogitsBuffer {
public:
    std::span<const float> hold(const at::Tensor& logits) {
        m_logits = logits.to(at::kCPU, at::kFloat).contiguous();
        return {m_logits.const_data_ptr<float>(), static_cast<std::size_t>(m_logits.numel())};
    }

private:
    at::Tensor m_logits;
};

} // namespace rb::vlm
