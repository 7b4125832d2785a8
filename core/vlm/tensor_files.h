#pragma once

#include "core/checkpoint/checkpoint.h"
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

/// Writes tensors in their own types as one safetensors file: whole and synced, or not at all.
Status writeTensors(const std::filesystem::path& path, const std::map<std::string, at::Tensor>& tensors,
                    const std::map<std::string, std::string>& metadata);

/// The weights of a ModelSource, read one at a time onto `device`.
std::shared_ptr<nn::WeightSource> weightsOf(std::shared_ptr<const ModelSource> source, const at::Device& device);

} // namespace rb::vlm
