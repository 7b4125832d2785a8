#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace rb::clouds {

/// Bytes that are read by position: a file, a member of an archive, or memory. Reads of files are plain reads, not
/// mappings, so that a file cut short while it is read is an error and not a signal. For one thread.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    /// The file's path, for messages.
    virtual const std::string& name() const = 0;
    virtual std::uint64_t size() const = 0;
    /// Whether reading here and there is as cheap as reading in order.
    virtual bool seeks() const { return true; }
    /// Fills `target` with exactly `count` bytes from `at`.
    virtual Status read(std::uint64_t at, char* target, std::size_t count) = 0;
};

/// A regular file.
Result<std::shared_ptr<ByteSource>> openFileBytes(const std::filesystem::path& path);

/// Bytes in memory under a file's name.
std::shared_ptr<ByteSource> memoryBytes(std::string name, std::vector<char> bytes);

/// The first bytes, at most `limit`.
Result<std::string> firstBytes(ByteSource& source, std::size_t limit);

} // namespace rb::clouds
