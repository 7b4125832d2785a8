#include "core/clouds/zip_member.h"

#include "core/clouds/refusal.h"

#include <zip.h>

#include <algorithm>

namespace rb::clouds {
namespace {

struct ZipCloser {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using OpenArchive = std::unique_ptr<zip_t, ZipCloser>;

/// One member, through an archive handle of its own: libzip's handles share a place in the file.
class ZipMember final : public ByteSource {
public:
    ZipMember(std::string path, OpenArchive archive, std::uint64_t index, std::uint64_t size)
        : m_path(std::move(path)), m_archive(std::move(archive)), m_index(index), m_size(size) {}

    const std::string& name() const override { return m_path; }
    std::uint64_t size() const override { return m_size; }
    bool seeks() const override { return false; }

    Status read(std::uint64_t at, char* target, std::size_t count) override {
        if (at > m_size || count > m_size - at) return refusal(m_path, "its array ends early");
        if (!m_file || at < m_at) {
            m_file.reset(zip_fopen_index(m_archive.get(), m_index, 0));
            m_at = 0;
        }
        char passed[4096];
        while (m_file && m_at < at)
            if (Status skipped = take(passed, std::min<std::uint64_t>(sizeof passed, at - m_at)); !skipped.ok()) return skipped;
        if (!m_file) return refusal(m_path, "its archive is damaged");
        if (Status taken = take(target, count); !taken.ok()) return taken;
        char beyond = 0;
        if (m_at == m_size && zip_fread(m_file.get(), &beyond, 1) != 0) return refusal(m_path, "its array's checksum is wrong");
        return {};
    }

private:
    Status take(char* target, std::uint64_t count) {
        if (zip_fread(m_file.get(), target, count) != static_cast<zip_int64_t>(count)) return refusal(m_path, "its array ends early");
        m_at += count;
        return {};
    }

    std::string m_path;
    OpenArchive m_archive;
    std::uint64_t m_index, m_size, m_at = 0;
    std::unique_ptr<zip_file_t, ZipCloser> m_file; // after the archive that it reads from
};

OpenArchive openArchive(const std::string& path) {
    int code = 0;
    return OpenArchive(zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code));
}

class Archive final : public ZipArchive {
public:
    Archive(std::string path, OpenArchive archive) : m_path(std::move(path)), m_archive(std::move(archive)) {}

    std::vector<std::string> members() const override {
        std::vector<std::string> names;
        for (zip_int64_t i = 0; i < zip_get_num_entries(m_archive.get(), 0); ++i)
            if (const char* name = zip_get_name(m_archive.get(), static_cast<zip_uint64_t>(i), 0)) names.emplace_back(name);
        return names;
    }

    Result<std::shared_ptr<ByteSource>> member(const std::string& name) override {
        zip_stat_t info;
        OpenArchive own = openArchive(m_path);
        if (!own || zip_stat(own.get(), name.c_str(), 0, &info) != 0) return refusal(m_path, "its archive is damaged");
        // Deflate cannot honestly shrink by more than 1032; a cloud of floats never comes near 200.
        if (info.size / 200 > info.comp_size + 1)
            return refusal(m_path, "its array claims " + std::to_string(info.size) + " bytes, more than its archive can hold");
        return std::shared_ptr<ByteSource>(new ZipMember(m_path, std::move(own), info.index, info.size));
    }

private:
    std::string m_path;
    OpenArchive m_archive;
};

} // namespace

Result<std::shared_ptr<ZipArchive>> ZipArchive::open(const std::filesystem::path& path) {
    // Tells what is missing, empty or no file before libzip does.
    if (const auto bytes = openFileBytes(path); !bytes.ok()) return bytes.error();
    OpenArchive archive = openArchive(path.string());
    if (!archive) return refusal(path.string(), "its archive is damaged");
    return std::shared_ptr<ZipArchive>(new Archive(path.string(), std::move(archive)));
}

} // namespace rb::clouds
