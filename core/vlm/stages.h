#pragma once

#include "core/base/result.h"
#include "core/vlm/region_blip.h"

#include <map>
#include <string>

namespace rb::vlm {

/// Named inputs as tests/data/regionblip/*/inputs.safetensors holds them: `pixel_values`, `box` +
/// `box_image`, `pointcloud`, `scene` + `scene_box_corners`. What is absent is left out.
using StageInputs = std::map<std::string, at::Tensor>;

/// Soft prompts of one modality for all its inputs.
Result<at::Tensor> softPromptOf(const RegionBlip& model, const std::string& modality, const StageInputs& inputs,
                                nn::Trace* trace);

/// Runs every modality that has inputs up to the first logits and records each stage, for checking
/// ports. `promptIds` gives the text ids by modality.
Status traceStages(const RegionBlip& model, const StageInputs& inputs,
                   const std::map<std::string, std::vector<text::TokenId>>& promptIds, nn::Trace& trace);

} // namespace rb::vlm
