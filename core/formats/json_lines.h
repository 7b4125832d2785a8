#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <functional>
#include <istream>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace rb::formats {

/// Gives each line that is not blank to `take`, with its number from 1, holding one line at a time. A byte
/// order mark, CRLF and a missing last line end are read alike; a line longer than 64 MiB is refused.
Status eachLine(std::istream& in, const std::function<Status(int number, const std::string& line)>& take);

/// Gives the JSON of each line of a file to `take`, otherwise as eachLine(). A refusal names the file and the line.
Status readJsonLines(const std::filesystem::path& path, const std::function<Status(int number, const nlohmann::json& record)>& take);

/// How deep lists and objects of a file may be nested: more would exhaust the stack where they are copied.
inline constexpr int kDeepestJson = 16;
/// JSON from a text that nobody vouches for. `place` begins the refusal.
Result<nlohmann::json> parseJson(std::string_view text, const std::string& place, int deepest = kDeepestJson);
/// What is refused of such a text; `byte` counts from 1.
Error tooDeepJson(const std::string& place, int deepest = kDeepestJson);
Error notJson(const std::string& place, std::size_t byte);
Error tooLargeNumber(const std::string& place);

} // namespace rb::formats
