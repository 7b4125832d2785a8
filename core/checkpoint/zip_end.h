#pragma once

#include "core/base/result.h"
#include "core/checkpoint/read_only_file.h"

namespace rb::checkpoint {

/// Where the central directory lies.
struct ZipExtent {
    std::uint64_t records = 0;
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
    std::uint64_t end = 0; ///< first byte after it, by the records that follow it
};

/// Finds the central directory from the archive's end records (APPNOTE 4.3.14 to 4.3.16), whose
/// values must agree with each other and with where these records lie.
Result<ZipExtent> findZipDirectory(const ReadOnlyFile& file);

} // namespace rb::checkpoint
