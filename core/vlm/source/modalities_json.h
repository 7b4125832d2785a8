#pragma once

#include "core/vlm/model_config.h"

#include <nlohmann/json.hpp>

namespace rb::vlm {

/// Suffixes become part of tensor names: 1 to 32 of a-z, 0-9 and _.
bool isModalitySuffix(const std::string& text);

nlohmann::ordered_json modalitiesToJson(const std::map<std::string, ModalityConfig>& modalities);
/// The checks of readModelConfig(); a refusal names `file`.
Result<std::map<std::string, ModalityConfig>> readModalitiesText(const std::string& text, const std::filesystem::path& file);

} // namespace rb::vlm
