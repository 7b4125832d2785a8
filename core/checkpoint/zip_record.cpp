#include "core/checkpoint/refusal.h"
#include "core/checkpoint/zip_directory.h"

#include <optional>
#include <zlib.h>

namespace rb::checkpoint {
namespace {

constexpr std::uint64_t kMaxRatio = 200;
constexpr std::size_t kPieceBytes = std::size_t{64} << 10;

/// Unpacks raw DEFLATE data; nothing when it is damaged or does not give exactly `bytes`.
/// `bytes` and the size of `packed` are at most some megabytes: the caller has checked.
std::optional<std::string> inflated(std::string packed, std::uint64_t bytes) {
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string unpacked;
    int state = Z_OK;
    while (state == Z_OK && unpacked.size() <= bytes) {
        const std::size_t done = unpacked.size();
        unpacked.resize(done + kPieceBytes);
        stream.next_out = reinterpret_cast<Bytef*>(unpacked.data() + done);
        stream.avail_out = static_cast<uInt>(kPieceBytes);
        state = inflate(&stream, Z_NO_FLUSH);
        unpacked.resize(done + kPieceBytes - stream.avail_out);
    }
    const bool whole = state == Z_STREAM_END && stream.avail_in == 0 && unpacked.size() == bytes;
    inflateEnd(&stream);
    if (!whole) return std::nullopt;
    return unpacked;
}

} // namespace

Result<std::string> readZipRecord(const ReadOnlyFile& file, const std::string& name, const ZipRecord& record,
                                  std::uint64_t limit) {
    if (record.bytes > limit || record.packedBytes > limit)
        return refusal(file.path(),
                       "record " + inQuotes(name) + " has " + std::to_string(record.bytes) +
                           " bytes; at most " + std::to_string(limit) + " are read",
                       ErrorCode::TooLarge);
    auto bytes = file.readAt(record.dataOffset, record.packedBytes);
    if (!bytes) return bytes;
    if (record.method == ZipRecord::Method::Deflated) {
        if (record.bytes > kMaxRatio * record.packedBytes)
            return refusal(file.path(),
                           "record " + inQuotes(name) + " is packed by more than " +
                               std::to_string(kMaxRatio) + " to 1, as no honest checkpoint is",
                           ErrorCode::TooLarge);
        auto unpacked = inflated(std::move(bytes).value(), record.bytes);
        if (!unpacked)
            return refusal(file.path(), "the packed data of record " + inQuotes(name) + " is damaged");
        bytes = std::move(*unpacked);
    }
    const uLong crc = crc32_z(0, reinterpret_cast<const Bytef*>(bytes->data()), bytes->size());
    if (crc != record.crc)
        return refusal(file.path(), "record " + inQuotes(name) + " does not match its checksum");
    return bytes;
}

} // namespace rb::checkpoint
