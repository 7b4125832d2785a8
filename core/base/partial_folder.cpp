#include "core/base/partial_folder.h"

#include "core/base/durable_file.h"

namespace rb {
namespace fs = std::filesystem;

Error writeFailed(const fs::path& path, const std::error_code& reason) {
    const bool full = reason == std::errc::no_space_on_device;
    return {full ? ErrorCode::DiskFull : ErrorCode::WriteFailed,
            path.string() + " could not be written: " + reason.message() + "."};
}

PartialFolder::PartialFolder(fs::path final) : m_final(std::move(final)), m_path(m_final.string() + ".partial") {}

PartialFolder::~PartialFolder() {
    std::error_code ignored;
    if (m_created) fs::remove_all(m_path, ignored);
}

Status PartialFolder::create() {
    std::error_code error;
    if (fs::exists(m_path, error))
        return Error{ErrorCode::WriteFailed, m_path.string() + " is left from an interrupted run; remove it."};
    m_created = fs::create_directories(m_path, error);
    return error ? Status(writeFailed(m_path, error)) : Status();
}

Status PartialFolder::finish() {
    std::error_code error;
    fs::rename(m_path, m_final, error);
    if (error) return writeFailed(m_final, error);
    m_created = false;
    return syncFolder(m_final.parent_path());
}

} // namespace rb
