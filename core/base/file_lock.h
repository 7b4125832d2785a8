#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>

namespace rb {

/// Holds a file as long as it lives; the system lets go of it when the process ends, however that comes about.
class FileLock {
public:
    /// Makes the file when it is missing. Nothing when another process holds it.
    static Result<std::shared_ptr<FileLock>> tryHold(const std::filesystem::path& file);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    explicit FileLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace rb
