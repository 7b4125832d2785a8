#pragma once

#include <string>

#include <nlohmann/json.hpp>

/// What a format keeps in RegionRecord::extra and PictureRecord::extra stands there under the
/// format's own name, so that no format writes what another one left.
namespace rb::formats {

/// The object as text; empty when `object` is empty.
std::string extraOf(const char* format, const nlohmann::json& object);
/// What extraOf() was given; an empty object for anything else.
nlohmann::json ownExtra(const std::string& extra, const char* format);
/// The value at the key when it is an object, a text, … of the same type as `fallback`; else `fallback`.
nlohmann::json extraValue(const nlohmann::json& object, const char* key, nlohmann::json fallback);

} // namespace rb::formats
