#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace rb {

/// SHA-256 of a file's content in lower-case hexadecimal digits, read in pieces.
Result<std::string> sha256OfFile(const std::filesystem::path& path);

} // namespace rb
