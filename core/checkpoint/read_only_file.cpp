#include "core/checkpoint/read_only_file.h"

#include "core/checkpoint/refusal.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rb::checkpoint {
namespace {

/// Linux transfers at most 2 GiB a call.
constexpr std::uint64_t kPieceBytes = std::uint64_t{1} << 30;

} // namespace

ReadOnlyFile::ReadOnlyFile(std::filesystem::path path, int fd, std::uint64_t size)
    : m_path(std::move(path)), m_fd(fd), m_size(size) {}

ReadOnlyFile::~ReadOnlyFile() {
    ::close(m_fd);
}

Result<std::shared_ptr<const ReadOnlyFile>> ReadOnlyFile::open(const std::filesystem::path& path) {
    // O_NONBLOCK: a named pipe must not hold us up until somebody writes into it.
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) return errorFromErrno(errno, path.string(), "read");
    struct stat info {};
    if (::fstat(fd, &info) != 0) {
        const int reason = errno;
        ::close(fd);
        return errorFromErrno(reason, path.string(), "read");
    }
    std::shared_ptr<const ReadOnlyFile> file(
        new ReadOnlyFile(path, fd, static_cast<std::uint64_t>(info.st_size)));
    if (!S_ISREG(info.st_mode)) return refusal(path, "this is not a regular file", ErrorCode::FileUnreadable);
    return file;
}

Status ReadOnlyFile::checkRange(std::uint64_t offset, std::uint64_t count) const {
    if (offset <= m_size && count <= m_size - offset) return {};
    return refusal(m_path, std::to_string(count) + " bytes were expected at byte " + std::to_string(offset) +
                               ", but the file has only " + std::to_string(m_size));
}

Status ReadOnlyFile::readAt(std::uint64_t offset, void* destination, std::uint64_t count) const {
    if (Status inside = checkRange(offset, count); !inside.ok()) return inside;
    auto* target = static_cast<char*>(destination);
    while (count > 0) {
        const auto piece = static_cast<std::size_t>(std::min(count, kPieceBytes));
        const ssize_t got = ::pread(m_fd, target, piece, static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return errorFromErrno(errno, m_path.string(), "read");
        if (got == 0)
            return refusal(m_path,
                           "the file ends at byte " + std::to_string(offset) +
                               ", so it was cut short after it was opened",
                           ErrorCode::FileUnreadable);
        target += got;
        offset += static_cast<std::uint64_t>(got);
        count -= static_cast<std::uint64_t>(got);
    }
    return {};
}

Result<std::string> ReadOnlyFile::readAt(std::uint64_t offset, std::uint64_t count) const {
    if (Status inside = checkRange(offset, count); !inside.ok()) return inside.error();
    std::string bytes(count, '\0');
    if (Status read = readAt(offset, bytes.data(), count); !read.ok()) return read.error();
    return bytes;
}

} // namespace rb::checkpoint
