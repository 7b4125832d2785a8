#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace rb::vlm {

/// Opens the model folder, runs the named tensors of `inputs` (a safetensors file as
/// tests/data/regionblip/*/inputs.safetensors) through every stage up to the first logits, and
/// writes the activations by name to `outputs`. For checking ports.
Status traceModel(const std::filesystem::path& folder, const std::filesystem::path& inputs,
                  const std::filesystem::path& outputs);

} // namespace rb::vlm
