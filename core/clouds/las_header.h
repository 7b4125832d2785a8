#pragma once

#include "core/base/result.h"
#include "core/clouds/cloud_reader.h"
#include "core/clouds/table_source.h"

namespace rb::clouds {

/// The public header block of a LAS file (ASPRS LAS 1.2, 1.3, 1.4 R15).
struct LasHeader {
    int minor = 2;
    std::uint64_t points = 0;
    std::uint64_t dataStart = 0;
    int format = 0;               ///< point data record format, 0 … 10
    bool compressed = false;      ///< LAZ
    std::uint64_t recordBytes = 0;
    std::array<double, 3> scale{}, origin{};
    CloudBounds bounds;
};

/// Reads and checks it: sizes and record counts against the file's size, scales that are finite and not nought.
Result<LasHeader> readLasHeader(ByteSource& bytes);

/// Where in a record of the format the numbers lie that a Cloud keeps.
std::vector<Column> lasColumns(int format);

/// Their names, and those of what is passed over.
CloudHeader cloudHeaderOf(const LasHeader& header);

} // namespace rb::clouds
