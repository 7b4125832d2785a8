#include "core/base/durable_file.h"

#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <random>
#include <sys/stat.h>
#include <unistd.h>

namespace rb {
namespace {

class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return m_fd; }
    int close() {
        const int result = m_fd >= 0 ? ::close(m_fd) : 0;
        m_fd = -1;
        return result;
    }

private:
    int m_fd;
};

class DescriptorSink final : public FileSink {
public:
    DescriptorSink(int fd, std::string path) : m_fd(fd), m_path(std::move(path)) {}

    Status write(std::string_view bytes) override {
        while (m_status.ok() && !bytes.empty()) {
            const ssize_t written = ::write(m_fd, bytes.data(), bytes.size());
            if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
            else if (written == 0) m_status = errorFromErrno(ENOSPC, m_path, "written");
            else if (errno != EINTR) m_status = errorFromErrno(errno, m_path, "written");
        }
        return m_status;
    }
    Status status() const { return m_status; }

private:
    int m_fd;
    std::string m_path;
    Status m_status;
};

std::filesystem::path temporaryBeside(const std::filesystem::path& path) {
    std::random_device random;
    return path.parent_path() / ("." + path.filename().string() + "." + std::to_string(random()) + ".partial");
}

Status fillAndSync(const std::filesystem::path& temporary, const std::string& shownPath,
                   const std::function<Status(FileSink&)>& fill) {
    Descriptor fd(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
    if (fd.get() < 0) return errorFromErrno(errno, shownPath, "written");
    DescriptorSink sink(fd.get(), shownPath);
    if (Status filled = fill(sink); !filled.ok()) return filled;
    if (!sink.status().ok()) return sink.status();
    if (::fsync(fd.get()) != 0 || fd.close() != 0) return errorFromErrno(errno, shownPath, "written");
    return {};
}

} // namespace

Status syncFolder(const std::filesystem::path& folder) {
    Descriptor fd(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.get() < 0 || ::fsync(fd.get()) != 0) return errorFromErrno(errno, folder.string(), "written");
    return {};
}

Status replaceFile(const std::filesystem::path& path, const std::function<Status(FileSink&)>& fill) {
    const std::filesystem::path temporary = temporaryBeside(path);
    Status status = fillAndSync(temporary, path.string(), fill);
    if (status.ok() && ::rename(temporary.c_str(), path.c_str()) != 0)
        status = errorFromErrno(errno, path.string(), "written");
    if (!status.ok()) {
        ::unlink(temporary.c_str());
        return status;
    }
    return syncFolder(path.parent_path());
}

Status replaceFile(const std::filesystem::path& path, std::string_view bytes) {
    return replaceFile(path, [bytes](FileSink& sink) { return sink.write(bytes); });
}

Result<std::string> readFile(const std::filesystem::path& path, std::uint64_t limit) {
    Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat info {};
    if (fd.get() < 0 || ::fstat(fd.get(), &info) != 0) return errorFromErrno(errno, path.string(), "read");
    if (!S_ISREG(info.st_mode)) return Error{ErrorCode::FileUnreadable, path.string() + " is not a file."};
    const auto size = static_cast<std::uint64_t>(info.st_size);
    if (size > limit)
        return Error{ErrorCode::TooLarge, path.string() + " has " + std::to_string(size) +
                                              " bytes; at most " + std::to_string(limit) + " are read."};
    std::string bytes(size, '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::read(fd.get(), bytes.data() + done, bytes.size() - done);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return errorFromErrno(errno, path.string(), "read");
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    bytes.resize(done);
    return bytes;
}

} // namespace rb
