#include "core/checkpoint/zip_directory.h"

#include "core/checkpoint/little_endian.h"
#include "core/checkpoint/refusal.h"
#include "core/checkpoint/zip_end.h"

#include <algorithm>
#include <cctype>
#include <unordered_set>
#include <vector>

namespace rb::checkpoint {
namespace {

constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::uint32_t kCentralSignature = 0x02014b50;
constexpr std::uint64_t kLocalBytes = 30;
constexpr std::uint64_t kCentralBytes = 46;
constexpr std::uint32_t kIn64 = 0xFFFFFFFF; ///< stands for "see the ZIP64 field"
constexpr std::size_t kMaxNameBytes = 1024;
constexpr std::uint16_t kEncrypted = 0x2041; ///< flags of old and of strong encryption, masked headers
constexpr std::uint16_t kSizesFollow = 0x0008;

std::uint16_t u16(std::string_view bytes, std::size_t at) {
    return littleEndian<std::uint16_t>(bytes, at);
}
std::uint32_t u32(std::string_view bytes, std::size_t at) {
    return littleEndian<std::uint32_t>(bytes, at);
}
std::uint64_t u64(std::string_view bytes, std::size_t at) {
    return littleEndian<std::uint64_t>(bytes, at);
}

/// Replaces those of the three values that are kIn64 by the ZIP64 extra field's, in its order.
bool widen(std::string_view extra, std::uint64_t& bytes, std::uint64_t& packed, std::uint64_t* offset) {
    std::vector<std::uint64_t*> wanted;
    if (bytes == kIn64) wanted.push_back(&bytes);
    if (packed == kIn64) wanted.push_back(&packed);
    if (offset && *offset == kIn64) wanted.push_back(offset);
    if (wanted.empty()) return true;
    while (extra.size() >= 4) {
        const std::uint16_t id = u16(extra, 0);
        const std::uint16_t size = u16(extra, 2);
        if (size > extra.size() - 4) return false;
        if (id == 1) {
            if (size < 8 * wanted.size()) return false;
            for (std::size_t i = 0; i < wanted.size(); ++i)
                *wanted[i] = u64(extra, 4 + 8 * i);
            return true;
        }
        extra.remove_prefix(std::size_t{4} + size);
    }
    return false;
}

bool staysInside(std::string_view name) {
    if (name.empty() || name.size() > kMaxNameBytes || name.front() == '/') return false;
    if (name.find_first_of(std::string_view("\\:\0", 3)) != std::string_view::npos) return false;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        if (name.substr(begin, end - begin) == "..") return false;
        begin = end + 1;
    }
    return true;
}

/// Takes one entry off the front of `directory`.
Result<std::pair<std::string, ZipRecord>> takeEntry(const ReadOnlyFile& file, std::string_view& directory) {
    if (directory.size() < kCentralBytes || u32(directory, 0) != kCentralSignature)
        return refusal(file.path(), "the archive's directory is damaged");
    const std::size_t nameBytes = u16(directory, 28);
    const std::size_t extraBytes = u16(directory, 30);
    const std::size_t all = kCentralBytes + nameBytes + extraBytes + u16(directory, 32);
    if (all > directory.size()) return refusal(file.path(), "the archive's directory is damaged");
    const std::string name(directory.substr(kCentralBytes, nameBytes));
    if (!staysInside(name))
        return refusal(file.path(),
                       "the archive names a record " + inQuotes(name) + ", which leaves the archive");
    const std::uint16_t method = u16(directory, 10);
    if (u16(directory, 8) & kEncrypted)
        return refusal(file.path(), "record " + inQuotes(name) + " is encrypted");
    if (method != 0 && method != 8)
        return refusal(file.path(), "record " + inQuotes(name) + " is packed by method " +
                                        std::to_string(method) + ", which is not read");
    ZipRecord record;
    record.method = static_cast<ZipRecord::Method>(method);
    record.crc = u32(directory, 16);
    record.packedBytes = u32(directory, 20);
    record.bytes = u32(directory, 24);
    record.headerOffset = u32(directory, 42);
    const std::string_view extra = directory.substr(kCentralBytes + nameBytes, extraBytes);
    if (u16(directory, 34) != 0 || !widen(extra, record.bytes, record.packedBytes, &record.headerOffset))
        return refusal(file.path(), "the ZIP64 field of record " + inQuotes(name) + " is damaged");
    if (method == 0 && record.bytes != record.packedBytes)
        return refusal(file.path(), "record " + inQuotes(name) + " is stored unpacked but has two sizes");
    directory.remove_prefix(all);
    return std::pair(name, record);
}

/// Checks the local header against the directory and finds the data behind it.
Status locate(const ReadOnlyFile& file, const std::string& name, std::uint64_t dataEnd, ZipRecord& record) {
    const Error differs =
        refusal(file.path(), "the local header of record " + inQuotes(name) + " contradicts the directory");
    if (record.headerOffset > dataEnd || dataEnd - record.headerOffset < kLocalBytes + name.size())
        return differs;
    const auto bytes = file.readAt(record.headerOffset, kLocalBytes + name.size());
    if (!bytes) return bytes.error();
    const std::string_view local = *bytes;
    if (u32(local, 0) != kLocalSignature || u16(local, 26) != name.size() ||
        local.substr(kLocalBytes) != name || u16(local, 8) != static_cast<std::uint16_t>(record.method) ||
        (u16(local, 6) & kEncrypted))
        return differs;
    const std::uint64_t extraOffset = record.headerOffset + kLocalBytes + name.size();
    const std::uint64_t extraBytes = u16(local, 28);
    if (extraBytes > dataEnd - extraOffset || record.packedBytes > dataEnd - extraOffset - extraBytes)
        return differs;
    record.dataOffset = extraOffset + extraBytes;
    std::uint64_t localPacked = u32(local, 18);
    std::uint64_t localBytes = u32(local, 22);
    if (localPacked == kIn64 || localBytes == kIn64) {
        const auto extra = file.readAt(extraOffset, extraBytes);
        if (!extra) return extra.error();
        if (!widen(*extra, localBytes, localPacked, nullptr)) return differs;
    }
    const bool later =
        (u16(local, 6) & kSizesFollow) && localPacked == 0 && localBytes == 0 && u32(local, 14) == 0;
    const bool same =
        localPacked == record.packedBytes && localBytes == record.bytes && u32(local, 14) == record.crc;
    if (!later && !same) return differs;
    return {};
}

bool overlapping(const ZipDirectory& directory) {
    std::vector<std::pair<std::uint64_t, std::uint64_t>> extents;
    extents.reserve(directory.size());
    for (const auto& [name, record] : directory)
        extents.emplace_back(record.headerOffset, record.dataOffset + record.packedBytes);
    std::sort(extents.begin(), extents.end());
    for (std::size_t i = 1; i < extents.size(); ++i)
        if (extents[i].first < extents[i - 1].second) return true;
    return false;
}

std::string lowerCase(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return name;
}

Result<ZipDirectory> readEntries(const ReadOnlyFile& file, const ZipExtent& extent) {
    const auto bytes = file.readAt(extent.offset, extent.bytes);
    if (!bytes) return bytes.error();
    std::string_view rest = *bytes;
    ZipDirectory directory;
    std::unordered_set<std::string> folded;
    for (std::uint64_t i = 0; i < extent.records; ++i) {
        auto entry = takeEntry(file, rest);
        if (!entry) return entry.error();
        auto& [name, record] = *entry;
        if (!folded.insert(lowerCase(name)).second)
            return refusal(file.path(), "the archive holds record " + inQuotes(name) + " twice");
        if (Status located = locate(file, name, extent.offset, record); !located.ok()) return located.error();
        directory.emplace(std::move(name), record);
    }
    if (!rest.empty()) return refusal(file.path(), "the archive's directory is longer than its records");
    if (overlapping(directory)) return refusal(file.path(), "records of the archive overlap one another");
    return directory;
}

} // namespace

Result<ZipDirectory> readZipDirectory(const ReadOnlyFile& file) {
    const auto extent = findZipDirectory(file);
    if (!extent) return extent.error();
    return readEntries(file, *extent);
}

} // namespace rb::checkpoint
