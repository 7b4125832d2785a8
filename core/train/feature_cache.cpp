#include "core/train/feature_cache.h"

#include "core/base/durable_file.h"
#include "core/base/sha256.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include <ATen/ATen.h>

namespace rb::train {
namespace {

namespace fs = std::filesystem;

constexpr char kMagic[8] = {'R', 'B', 'F', 'E', 'A', 'T', '0', '1'};

struct Header {
    char magic[8];
    std::int64_t rows, columns;
};

struct Entry {
    fs::path path;
    fs::file_time_type used;
    std::uint64_t bytes = 0;
};

std::vector<Entry> entriesOf(const fs::path& folder) {
    std::vector<Entry> entries;
    std::error_code error;
    for (const fs::directory_entry& file : fs::recursive_directory_iterator(folder, error))
        if (file.path().extension() == ".features") entries.push_back({file.path(), file.last_write_time(error), file.file_size(error)});
    return entries;
}

} // namespace

Result<FeatureCache> FeatureCache::open(const Options& options) {
    std::error_code error;
    fs::create_directories(options.folder, error);
    if (error) return Error{ErrorCode::WriteFailed, "The feature cache " + options.folder.string() + " cannot be made: " + error.message() + "."};
    return FeatureCache(options);
}

at::Tensor FeatureCache::rounded(const at::Tensor& features) { return features.to(at::kBFloat16).to(at::kFloat); }

std::optional<fs::path> FeatureCache::fileOf(const fs::path& medium, const std::string& encoder) const {
    const std::lock_guard lock(*m_mutex);
    std::string& content = m_hashes[medium.string()];
    if (content.empty()) {
        const Result<std::string> hash = sha256OfFile(medium);
        if (!hash.ok()) return std::nullopt;
        content = *hash;
    }
    const std::string key = sha256Of(content + "|" + encoder + "|" + m_options.modelKey);
    return m_options.folder / key.substr(0, 2) / (key + ".features");
}

at::Tensor FeatureCache::find(const fs::path& medium, const std::string& encoder) const {
    const auto path = fileOf(medium, encoder);
    if (!path) return {};
    const Result<std::string> bytes = readFile(*path, 1'000'000'000);
    Header header{};
    if (!bytes.ok() || bytes->size() < sizeof header) return {};
    std::memcpy(&header, bytes->data(), sizeof header);
    if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0 || header.rows <= 0 || header.columns <= 0) return {};
    const auto rows = static_cast<std::uint64_t>(header.rows), columns = static_cast<std::uint64_t>(header.columns);
    if (rows > bytes->size() || columns > bytes->size() || rows * columns * 2 + sizeof header != bytes->size()) return {};
    at::Tensor stored = at::empty({header.rows, header.columns}, at::kBFloat16);
    std::memcpy(stored.data_ptr(), bytes->data() + sizeof header, rows * columns * 2);
    std::error_code ignored;
    fs::last_write_time(*path, fs::file_time_type::clock::now(), ignored);
    return stored.to(at::kFloat);
}

Status FeatureCache::store(const fs::path& medium, const std::string& encoder, const at::Tensor& features) const {
    const auto path = fileOf(medium, encoder);
    if (!path) return {};
    const at::Tensor stored = features.detach().to(at::kCPU, at::kBFloat16).contiguous();
    Header header{{}, stored.size(0), stored.size(1)};
    std::memcpy(header.magic, kMagic, sizeof kMagic);
    std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
    bytes.append(static_cast<const char*>(stored.const_data_ptr()), stored.nbytes());
    std::error_code error;
    fs::create_directories(path->parent_path(), error);
    return replaceFile(*path, bytes);
}

std::uint64_t FeatureCache::bytes() const {
    std::uint64_t total = 0;
    for (const Entry& entry : entriesOf(m_options.folder)) total += entry.bytes;
    return total;
}

void FeatureCache::trim() const {
    std::vector<Entry> entries = entriesOf(m_options.folder);
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.used > b.used; });
    std::uint64_t total = 0;
    std::error_code ignored;
    for (const Entry& entry : entries)
        if ((total += entry.bytes) > m_options.largest) fs::remove(entry.path, ignored);
}

} // namespace rb::train
