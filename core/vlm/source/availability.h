#pragma once

#include "core/vlm/model_config.h"
#include "core/vlm/source/tensor_collection.h"

#include <set>
#include <string>
#include <vector>

namespace rb::vlm {

/// Takes the modalities out of `config` whose encoder, Q-Former or own tensors no file holds, and
/// gives one sentence for each reason why one of the four modalities cannot run.
std::vector<std::string> dropUnavailableModalities(ModelConfig& config, const TensorCollection& tensors);

/// Every tensor that `config` needs is there, has its shape and a floating-point type; optional
/// ones that are there have theirs. A refusal names tensor, file and expected shape.
Status checkTensors(const ModelConfig& config, const TensorCollection& tensors);

} // namespace rb::vlm
