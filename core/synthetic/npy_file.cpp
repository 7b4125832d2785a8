#include "core/synthetic/npy_file.h"

#include "core/base/durable_file.h"

#include <zip.h>

#include <bit>
#include <memory>

namespace rb::synthetic {
namespace {

static_assert(std::endian::native == std::endian::little, "the arrays are written as they lie in memory");

/// NumPy's format 1.0: magic, version, length, a dictionary padded so that the data begin at a multiple
/// of 64.
std::string headerOf(const std::string& type, std::size_t size, std::size_t columns) {
    const std::string shape = columns == 0 ? std::to_string(size) + ","
                                           : std::to_string(size / columns) + ", " + std::to_string(columns);
    std::string text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
    text.append(63 - (10 + text.size()) % 64, ' ');
    text += '\n';
    std::string header("\x93NUMPY\x01\x00", 8);
    header += static_cast<char>(text.size() & 255);
    header += static_cast<char>(text.size() >> 8);
    return header + text;
}

template <typename T>
std::string arrayBytes(const std::string& type, std::span<const T> values, std::size_t columns) {
    std::string bytes = headerOf(type, values.size(), columns);
    bytes.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
    return bytes;
}

struct ZipCloser {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, ZipCloser>;
using Source = std::unique_ptr<zip_source_t, ZipCloser>;

/// Adds the array, stored as it is (floats hardly shrink) and without a date.
bool addArray(zip_t* archive, const std::string& npy) {
    Source content(zip_source_buffer(archive, npy.data(), npy.size(), 0));
    if (!content) return false;
    const zip_int64_t index = zip_file_add(archive, "arr_0.npy", content.get(), ZIP_FL_ENC_UTF_8);
    if (index < 0) return false;
    content.release(); // the archive's now
    const auto entry = static_cast<zip_uint64_t>(index);
    return zip_set_file_compression(archive, entry, ZIP_CM_STORE, 0) == 0 &&
           zip_file_set_dostime(archive, entry, 0, 0x21, 0) == 0;
}

/// The bytes that closing an archive left in `target`; empty when they cannot be had.
std::string contentOf(zip_source_t* target) {
    zip_stat_t info;
    if (zip_source_stat(target, &info) != 0 || zip_source_open(target) != 0) return {};
    std::string bytes(info.size, '\0');
    const zip_int64_t read = zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    return read == static_cast<zip_int64_t>(bytes.size()) ? bytes : std::string();
}

std::string archiveBytes(const std::string& npy) {
    const Source target(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    if (!target) return {};
    Archive archive(zip_open_from_source(target.get(), ZIP_CREATE | ZIP_TRUNCATE, nullptr));
    if (!archive) return {};
    zip_source_keep(target.get()); // opening took the one reference
    if (!addArray(archive.get(), npy) || zip_close(archive.get()) != 0) return {};
    archive.release();
    return contentOf(target.get());
}

} // namespace

std::string npyBytes(std::span<const float> values, std::size_t columns) {
    return arrayBytes("<f4", values, columns);
}
std::string npyBytes(std::span<const double> values, std::size_t columns) {
    return arrayBytes("<f8", values, columns);
}
std::string npyBytes(std::span<const std::uint32_t> values, std::size_t columns) {
    return arrayBytes("<u4", values, columns);
}

Status writeNpz(const std::filesystem::path& path, const std::string& npy) {
    const std::string bytes = archiveBytes(npy);
    if (bytes.empty())
        return Error{ErrorCode::Internal, path.string() + " could not be packed as a NumPy archive."};
    return replaceFile(path, bytes);
}

} // namespace rb::synthetic
