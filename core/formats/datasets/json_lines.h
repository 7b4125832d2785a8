#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <functional>

#include <nlohmann/json_fwd.hpp>

namespace rb::formats {

/// Gives the JSON of each line that is not blank to `take`, with the line's number from 1, holding one
/// line at a time. A byte order mark, CRLF and a missing last line end are read alike. A refusal names
/// the file and the line.
Status readJsonLines(const std::filesystem::path& path,
                     const std::function<Status(int line, const nlohmann::json& record)>& take);

} // namespace rb::formats
