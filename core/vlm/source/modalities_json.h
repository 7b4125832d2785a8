#pragma once

#include "core/vlm/model_config.h"

#include <nlohmann/json.hpp>

namespace rb::vlm {

nlohmann::ordered_json modalitiesToJson(const std::map<std::string, ModalityConfig>& modalities);
/// The checks of readModelConfig(); a refusal names `file`.
Result<std::map<std::string, ModalityConfig>> readModalitiesText(const std::string& text, const std::filesystem::path& file);

} // namespace rb::vlm
