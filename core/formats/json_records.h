#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <functional>

#include <nlohmann/json_fwd.hpp>

namespace rb::formats {

/// Gives each element of the arrays of a JSON file to `take` and forgets it, so that memory holds one
/// at a time: of the top-level array (`list` empty), or of the arrays at the top level's keys (`list`
/// is the key). A refusal names the file and the place.
Status readJsonRecords(const std::filesystem::path& path,
                       const std::function<Status(const std::string& list, const nlohmann::json& record)>& take);

} // namespace rb::formats
