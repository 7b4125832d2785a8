#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace rb::exchange {

constexpr std::uint64_t kLargestRecordFile = 64 << 20;

bool isFolder(const std::filesystem::path& path);
/// By name.
std::vector<std::filesystem::path> filesIn(const std::filesystem::path& folder, const char* ending);
/// Without their ends, of a file of at most kLargestRecordFile bytes.
Result<std::vector<std::string>> linesOf(const std::filesystem::path& path);
/// None of a file that is not there.
Result<std::vector<std::string>> linesIfThere(const std::filesystem::path& path);

} // namespace rb::exchange
