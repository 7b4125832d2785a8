#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <functional>
#include <string_view>

namespace rb {

/// Where a function given to replaceFile() puts its bytes.
class FileSink {
public:
    virtual ~FileSink() = default;
    /// Appends bytes; the first failure is kept and every later call returns it.
    virtual Status write(std::string_view bytes) = 0;
};

/// Replaces `path` by what `fill` writes: a temporary file in the same folder, every write checked,
/// synced, renamed over the old one, and the folder synced. On any failure (a full disk, an error
/// from `fill`) the old file is untouched and no temporary file stays behind.
Status replaceFile(const std::filesystem::path& path, const std::function<Status(FileSink&)>& fill);

/// The whole file at once.
Status replaceFile(const std::filesystem::path& path, std::string_view bytes);

/// Makes renames in a folder durable.
Status syncFolder(const std::filesystem::path& folder);

/// The whole file, refused when it is larger than `limit` bytes.
Result<std::string> readFile(const std::filesystem::path& path, std::uint64_t limit);

} // namespace rb
