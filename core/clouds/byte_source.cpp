#include "core/clouds/byte_source.h"

#include "core/clouds/refusal.h"

#include <QFile>

#include <algorithm>
#include <cstring>

namespace rb::clouds {
namespace {

Error endsEarly(const std::string& name, std::uint64_t size) {
    return refusal(name, "it ends at byte " + std::to_string(size) + ", before its data do");
}

class FileBytes final : public ByteSource {
public:
    explicit FileBytes(const std::filesystem::path& path) : m_name(path.string()), m_file(path) {}

    bool open() {
        if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) return false;
        m_size = static_cast<std::uint64_t>(m_file.size());
        return true;
    }
    Error failure() const {
        return {ErrorCode::FileUnreadable, m_name + " could not be read: " + m_file.errorString().toStdString() + "."};
    }
    const std::string& name() const override { return m_name; }
    std::uint64_t size() const override { return m_size; }

    Status read(std::uint64_t at, char* target, std::size_t count) override {
        if (at > m_size || count > m_size - at) return endsEarly(m_name, m_size);
        if (static_cast<std::uint64_t>(m_file.pos()) != at && !m_file.seek(static_cast<qint64>(at))) return failure();
        const qint64 got = m_file.read(target, static_cast<qint64>(count));
        if (got < 0) return failure();
        if (static_cast<std::size_t>(got) != count) return endsEarly(m_name, at + static_cast<std::uint64_t>(got));
        return {};
    }

private:
    std::string m_name;
    QFile m_file;
    std::uint64_t m_size = 0;
};

class MemoryBytes final : public ByteSource {
public:
    MemoryBytes(std::string name, std::vector<char> bytes) : m_name(std::move(name)), m_bytes(std::move(bytes)) {}
    const std::string& name() const override { return m_name; }
    std::uint64_t size() const override { return m_bytes.size(); }

    Status read(std::uint64_t at, char* target, std::size_t count) override {
        if (at > m_bytes.size() || count > m_bytes.size() - at) return endsEarly(m_name, m_bytes.size());
        std::memcpy(target, m_bytes.data() + at, count);
        return {};
    }

private:
    std::string m_name;
    std::vector<char> m_bytes;
};

} // namespace

Result<std::shared_ptr<ByteSource>> openFileBytes(const std::filesystem::path& path) {
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) return Error{ErrorCode::FileNotFound, "There is no file " + path.string() + "."};
    // A named pipe would hold us up until somebody writes into it.
    if (!std::filesystem::is_regular_file(status))
        return Error{ErrorCode::FileUnreadable, path.string() + " is a folder or a device, not a file."};
    auto file = std::make_shared<FileBytes>(path);
    if (!file->open()) return file->failure();
    if (file->size() == 0) return refusal(file->name(), "it is empty");
    return std::shared_ptr<ByteSource>(std::move(file));
}

std::shared_ptr<ByteSource> memoryBytes(std::string name, std::vector<char> bytes) {
    return std::make_shared<MemoryBytes>(std::move(name), std::move(bytes));
}

Result<std::string> firstBytes(ByteSource& source, std::size_t limit) {
    std::string bytes(static_cast<std::size_t>(std::min<std::uint64_t>(limit, source.size())), '\0');
    if (Status read = source.read(0, bytes.data(), bytes.size()); !read.ok()) return read.error();
    return bytes;
}

} // namespace rb::clouds
