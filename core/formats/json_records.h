#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <functional>

#include <nlohmann/json_fwd.hpp>

namespace rb::formats {

/// Gives each element of the lists of a JSON file to `take` and forgets it, so that memory holds one at a
/// time: of the list on top (`list` empty), or of the lists at the keys of the object on top (`list` is the
/// key). Elements may be anything; RecordFields refuses what is no object. All else is passed over. A
/// refusal names the file and the place.
Status readJsonRecords(const std::filesystem::path& path,
                       const std::function<Status(const std::string& list, const nlohmann::json& record)>& take);

} // namespace rb::formats
