#pragma once

#include "core/base/result.h"

#include <functional>
#include <istream>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace rb::formats {

/// Gives each line that is not blank to `take`, with its number from 1, holding one line at a time. A byte
/// order mark, CRLF and a missing last line end are read alike; a line longer than 64 MiB is refused.
Status eachLine(std::istream& in, const std::function<Status(int number, const std::string& line)>& take);

/// JSON from a text that nobody vouches for: nested 16 deep at most. `place` begins the refusal.
Result<nlohmann::json> parseJson(std::string_view text, const std::string& place);

} // namespace rb::formats
