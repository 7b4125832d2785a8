#pragma once

#include "core/vlm/model_config.h"

namespace rb::vlm {

/// The checks of readModelConfig() for a configuration that was read off other files. A refusal
/// names `describedBy` and the key.
Status checkModelConfig(const ModelConfig& config, const std::filesystem::path& describedBy);

} // namespace rb::vlm
