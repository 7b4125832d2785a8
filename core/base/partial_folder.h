#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <system_error>

namespace rb {

/// DiskFull or WriteFailed, in one sentence with the system's reason.
Error writeFailed(const std::filesystem::path& path, const std::error_code& reason);

/// A folder that is filled beside its final name as `<final>.partial`, and disappears unless it is
/// finished.
class PartialFolder {
public:
    explicit PartialFolder(std::filesystem::path final);
    ~PartialFolder();
    PartialFolder(const PartialFolder&) = delete;
    PartialFolder& operator=(const PartialFolder&) = delete;

    /// Refuses when one is left from before.
    Status create();
    /// Gives the folder its final name and syncs the folder around it.
    Status finish();
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_final;
    std::filesystem::path m_path;
    bool m_created = false;
};

} // namespace rb
