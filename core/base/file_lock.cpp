#include "core/base/file_lock.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace rb {

Result<std::shared_ptr<FileLock>> FileLock::tryHold(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0) return errorFromErrno(errno, file.string(), "written");
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return std::shared_ptr<FileLock>(new FileLock(descriptor));
    const bool held = errno == EWOULDBLOCK;
    ::close(descriptor);
    // A file system without locks holds nobody back.
    return held ? std::shared_ptr<FileLock>() : std::shared_ptr<FileLock>(new FileLock(-1));
}

FileLock::~FileLock() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

} // namespace rb
