#pragma once

#include <map>
#include <string>

#include <ATen/core/Tensor.h>

namespace rb::nn {

/// Collects activations by stage name ("vision.block.3", "image_region.soft_prompt"), for comparing
/// with a reference. Modules take a pointer that is null in normal use.
class Trace {
public:
    void put(const std::string& name, const at::Tensor& tensor) { m_tensors[name] = tensor; }
    const std::map<std::string, at::Tensor>& tensors() const { return m_tensors; }

private:
    std::map<std::string, at::Tensor> m_tensors;
};

inline void trace(Trace* trace, const std::string& name, const at::Tensor& tensor) {
    if (trace) trace->put(name, tensor);
}

} // namespace rb::nn
