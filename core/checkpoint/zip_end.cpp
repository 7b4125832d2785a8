#include "core/checkpoint/zip_end.h"

#include "core/base/checked.h"
#include "core/checkpoint/dtype.h"
#include "core/checkpoint/little_endian.h"
#include "core/checkpoint/refusal.h"

#include <algorithm>
#include <optional>

namespace rb::checkpoint {
namespace {

constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::uint32_t kEnd64Signature = 0x06064b50;
constexpr std::uint32_t kLocatorSignature = 0x07064b50;
constexpr std::uint64_t kCentralBytes = 46;
constexpr std::uint64_t kEndBytes = 22;
constexpr std::uint64_t kEnd64Bytes = 56;
constexpr std::uint64_t kLocatorBytes = 20;
constexpr std::uint64_t kMaxCommentBytes = 0xFFFF;
constexpr std::uint32_t kIn64 = 0xFFFFFFFF; ///< stands for "see the ZIP64 field"
constexpr std::uint16_t kIn64Short = 0xFFFF;
constexpr std::uint64_t kMaxRecords = kMaxTensors + 100;

std::uint16_t u16(std::string_view bytes, std::size_t at) {
    return littleEndian<std::uint16_t>(bytes, at);
}
std::uint32_t u32(std::string_view bytes, std::size_t at) {
    return littleEndian<std::uint32_t>(bytes, at);
}
std::uint64_t u64(std::string_view bytes, std::size_t at) {
    return littleEndian<std::uint64_t>(bytes, at);
}

/// Position of the end record within `tail`, whose comment must reach exactly to the file's end.
std::optional<std::size_t> findEnd(std::string_view tail) {
    if (tail.size() < kEndBytes) return std::nullopt;
    for (std::size_t at = tail.size() - kEndBytes + 1; at-- > 0;)
        if (u32(tail, at) == kEndSignature && at + kEndBytes + u16(tail, at + 20) == tail.size()) return at;
    return std::nullopt;
}

/// Takes the values of the ZIP64 end record where there is one; where the plain record has values
/// too, both must agree.
Status applyEnd64(const ReadOnlyFile& file, std::uint64_t endOffset, ZipExtent& extent) {
    const bool needed = extent.records == kIn64Short || extent.bytes == kIn64 || extent.offset == kIn64;
    const std::uint64_t both = kEnd64Bytes + kLocatorBytes;
    const auto bytes =
        endOffset >= both ? file.readAt(endOffset - both, both) : Result<std::string>(std::string());
    if (!bytes) return bytes.error();
    if (bytes->size() != both || u32(*bytes, kEnd64Bytes) != kLocatorSignature) {
        if (needed) return refusal(file.path(), "its ZIP64 directory is missing");
        return {};
    }
    const std::string_view record = *bytes;
    if (u32(record, 0) != kEnd64Signature || u64(record, 4) != kEnd64Bytes - 12 ||
        u64(record, kEnd64Bytes + 8) != endOffset - both || u32(record, 16) != 0 || u32(record, 20) != 0 ||
        u64(record, 24) != u64(record, 32))
        return refusal(file.path(), "its ZIP64 end record contradicts itself");
    const ZipExtent wide{u64(record, 32), u64(record, 48), u64(record, 40), endOffset - both};
    if ((extent.records != kIn64Short && extent.records != wide.records) ||
        (extent.bytes != kIn64 && extent.bytes != wide.bytes) ||
        (extent.offset != kIn64 && extent.offset != wide.offset))
        return refusal(file.path(), "its two end records contradict one another");
    extent = wide;
    return {};
}

} // namespace

Result<ZipExtent> findZipDirectory(const ReadOnlyFile& file) {
    const std::uint64_t tailBytes = std::min(file.size(), kEndBytes + kMaxCommentBytes);
    const auto tail = file.readAt(file.size() - tailBytes, tailBytes);
    if (!tail) return tail.error();
    const auto at = findEnd(*tail);
    if (!at)
        return refusal(file.path(),
                       "the archive has no end record, so it is cut short or has bytes appended");
    const std::string_view end = std::string_view(*tail).substr(*at);
    if (u16(end, 4) != 0 || u16(end, 6) != 0 || u16(end, 8) != u16(end, 10))
        return refusal(file.path(), "the archive is split over several disks");
    const std::uint64_t endOffset = file.size() - tailBytes + *at;
    ZipExtent extent{u16(end, 10), u32(end, 16), u32(end, 12), endOffset};
    if (Status wide = applyEnd64(file, endOffset, extent); !wide.ok()) return wide.error();
    if (extent.records > kMaxRecords || extent.bytes > kMaxHeaderBytes)
        return refusal(file.path(),
                       "the archive's directory lists " + std::to_string(extent.records) + " records in " +
                           std::to_string(extent.bytes) + " bytes, more than is read",
                       ErrorCode::TooLarge);
    if (checkedAdd(extent.offset, extent.bytes) != extent.end ||
        extent.bytes < extent.records * kCentralBytes)
        return refusal(file.path(), "the archive's directory does not lie where its end record says");
    return extent;
}

} // namespace rb::checkpoint
