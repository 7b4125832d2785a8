#pragma once

#include "core/base/result.h"
#include "core/checkpoint/read_only_file.h"

#include <cstdint>
#include <map>
#include <string>

namespace rb::checkpoint {

/// One record of a zip archive (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.5.3).
struct ZipRecord {
    enum class Method : std::uint16_t { Stored = 0, Deflated = 8 };
    Method method = Method::Stored;
    std::uint32_t crc = 0;
    std::uint64_t headerOffset = 0; ///< of the local header
    std::uint64_t dataOffset = 0;   ///< of the first byte as it lies in the file
    std::uint64_t packedBytes = 0;  ///< in the file
    std::uint64_t bytes = 0;        ///< unpacked; equal to packedBytes when stored
};

using ZipDirectory = std::map<std::string, ZipRecord>;

/// Reads the central directory, plain or ZIP64, and every local header. Refused are: anything after
/// the archive's end, more than 200,100 records, a directory over 32 MiB, names that leave the
/// archive or differ only in case, encryption, other methods than stored and deflated, local headers
/// that do not say the same, and records that overlap one another or the directory.
Result<ZipDirectory> readZipDirectory(const ReadOnlyFile& file);

/// The unpacked content of one record, its CRC checked. Refused when it has more than `limit` bytes
/// or was packed by more than 200 : 1; memory is taken only as the data really unpacks.
Result<std::string> readZipRecord(const ReadOnlyFile& file, const std::string& name, const ZipRecord& record,
                                  std::uint64_t limit);

} // namespace rb::checkpoint
