#pragma once

#include "core/vlm/model_config.h"
#include "core/vlm/source/tensor_collection.h"

namespace rb::vlm {

/// The configuration of a LAVIS BLIP-2 with its language model: the modality `image`, captions by
/// the reference's convention.
Result<ModelConfig> lavisConfig(const TensorCollection& tensors, const ModelPaths& paths);

/// True when the tensors of a RegionBLIP checkpoint are there.
bool holdsRegionblip(const TensorCollection& tensors);

/// Turns the configuration of a BLIP-2 into that of the RegionBLIP whose checkpoint lies over it:
/// all four modalities, the point encoder, the reference's convention, prompts and activation.
Status applyRegionblip(ModelConfig& config, TensorCollection& tensors, const ModelPaths& paths);

} // namespace rb::vlm
