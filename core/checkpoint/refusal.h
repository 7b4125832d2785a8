#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace rb::checkpoint {

/// "<path>: <reason>." as an Error; `reason` is one clause without a full stop.
Error refusal(const std::filesystem::path& path, const std::string& reason,
              ErrorCode code = ErrorCode::FileInvalid);

/// Text from a file, in quotes, fit for an error message: cut at 120 bytes, and everything that is
/// not printable ASCII, and quotation marks, replaced by '?'.
std::string inQuotes(std::string_view text);

/// Whether `name` can be a tensor's name: 1 to 1,024 bytes of valid UTF-8 without control characters.
bool isTensorName(std::string_view name);

/// Whether `name` is a plain file name: it stays inside the folder it is looked up in.
bool isPlainFileName(std::string_view name);

} // namespace rb::checkpoint
