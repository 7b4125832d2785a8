#pragma once

#include "core/formats/record_fields.h"

#include <filesystem>
#include <functional>

namespace rb::formats {

/// Gives each JSON object of a file to `take`: of the list that the file is, or of its lines (JSONL; a
/// byte order mark, CRLF and empty lines are passed over). Memory holds one at a time. A refusal names
/// the file and the record or line.
Status readJsonObjects(const std::filesystem::path& path, const std::function<Status(RecordFields& fields)>& take);

} // namespace rb::formats
