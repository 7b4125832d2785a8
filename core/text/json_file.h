#pragma once

#include "core/base/result.h"

#include <filesystem>

#include <nlohmann/json.hpp>

namespace rb::text {

/// A JSON object from a file of at most 64 MB; nothing that is nested deeper than 64.
Result<nlohmann::json> readJsonObject(const std::filesystem::path& path);

/// `object[key]`, or null when it is not there or `object` is none.
const nlohmann::json& member(const nlohmann::json& object, const char* key);

/// The string under `key`, or the `content` of an object under it; empty when there is neither.
std::string contentOf(const nlohmann::json& object, const char* key);

} // namespace rb::text
