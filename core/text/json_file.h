#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace rb::text {

/// A JSON object from a file of at most 64 MB, with at most five million values that are nested at
/// most 64 deep.
Result<nlohmann::json> readJsonObject(const std::filesystem::path& path);

/// The same, or an empty object when there is no such file. A file that is there must be good.
Result<nlohmann::json> readOptionalJsonObject(const std::filesystem::path& path);

// Look-ups for values of unknown shape: none of them fails or throws.

/// `object[key]`, or null when it is not there or `object` is none.
const nlohmann::json& member(const nlohmann::json& object, const char* key);

/// The string under `key`, or the `content` of an object under it; empty when there is neither.
std::string contentOf(const nlohmann::json& object, const char* key);

/// The boolean under `key`, or `fallback` when there is none.
bool flag(const nlohmann::json& object, const char* key, bool fallback);

} // namespace rb::text
