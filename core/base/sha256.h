#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace rb {

/// SHA-256 of a file's content in lower-case hexadecimal digits, read in pieces.
Result<std::string> sha256OfFile(const std::filesystem::path& path);

/// The same of bytes in memory.
std::string sha256Of(std::string_view bytes);

} // namespace rb
