#pragma once

#include "core/checkpoint/checkpoint.h"
#include "core/nn/trace.h"
#include "core/nn/weights.h"
#include "core/vlm/model_source.h"

#include <map>
#include <memory>
#include <string>

#include <ATen/core/Tensor.h>

namespace rb::vlm {

at::ScalarType scalarType(checkpoint::DType dtype);
checkpoint::DType fileType(at::ScalarType type);

/// Every tensor of a checkpoint, on the host, in its own type.
Result<std::map<std::string, at::Tensor>> readTensors(const checkpoint::Checkpoint& checkpoint);

/// Writes what a trace collected as one safetensors file.
Status writeTrace(const std::filesystem::path& path, const nn::Trace& trace);

/// The weights of a ModelSource, read one at a time onto `device`.
std::shared_ptr<nn::WeightSource> weightsOf(std::shared_ptr<const ModelSource> source, const at::Device& device);

} // namespace rb::vlm
