#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace rb::checkpoint {

/// A regular file, opened once and read by position; const members may be called from any thread.
class ReadOnlyFile {
public:
    static Result<std::shared_ptr<const ReadOnlyFile>> open(const std::filesystem::path& path);
    ~ReadOnlyFile();
    ReadOnlyFile(const ReadOnlyFile&) = delete;
    ReadOnlyFile& operator=(const ReadOnlyFile&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    /// In bytes, when the file was opened.
    std::uint64_t size() const { return m_size; }

    /// Fills `destination` with exactly `count` bytes from `offset`; an error when the file ends before.
    Status readAt(std::uint64_t offset, void* destination, std::uint64_t count) const;
    /// The same into a string. Nothing is allocated unless all of the range lies inside the file.
    Result<std::string> readAt(std::uint64_t offset, std::uint64_t count) const;

private:
    ReadOnlyFile(std::filesystem::path path, int fd, std::uint64_t size);
    Status checkRange(std::uint64_t offset, std::uint64_t count) const;

    std::filesystem::path m_path;
    int m_fd;
    std::uint64_t m_size;
};

} // namespace rb::checkpoint
