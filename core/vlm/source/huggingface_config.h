#pragma once

#include "core/vlm/model_config.h"

#include <filesystem>

namespace rb::vlm {

/// The configuration of a Hugging Face Blip2ForConditionalGeneration from its folder, written by
/// transformers 4 or 5: `config.json`, `generation_config.json`, and `preprocessor_config.json` or
/// `processor_config.json` (without either: the size in `config.json` and CLIP's mean and deviation).
/// It has the one modality `image` and an empty prompt.
Result<ModelConfig> readHuggingFaceConfig(const std::filesystem::path& folder);

} // namespace rb::vlm
