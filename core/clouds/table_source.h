#pragma once

#include "core/clouds/byte_source.h"
#include "core/clouds/point_source.h"

namespace rb::clouds {

/// A number as files hold it; `LowBits5` is the low five bits of a byte (LAS classification).
enum class Scalar : std::uint8_t { Int8, UInt8, Int16, UInt16, Int32, UInt32, Int64, UInt64, Float32, Float64, LowBits5 };

std::size_t bytesOf(Scalar type);
inline bool isReal(Scalar type) { return type == Scalar::Float32 || type == Scalar::Float64; }

struct Column {
    Role role = Role::None;
    Scalar type = Scalar::Float32;
    std::uint64_t at = 0; ///< inside its record
};

/// Records of one size that follow each other: the value of point i lies at start + i · stride + column.at. A row-major
/// file is one strip, a column-major one a strip a column, and label files are strips of other files.
struct Strip {
    std::shared_ptr<ByteSource> bytes;
    std::uint64_t start = 0;
    std::uint64_t stride = 0;
    std::vector<Column> columns;
};

struct Table {
    std::vector<Strip> strips;
    bool bigEndian = false;
    bool holesAreAllowed = false;
    /// LAS: a coordinate is number · scale + origin.
    std::array<double, 3> scale{1, 1, 1}, origin{};
};

/// A file whose points are records of a fixed size. Sets `has` of the header and refuses columns that do not lie inside
/// their bytes.
OpenedSource openTable(CloudHeader header, Table table);

/// The values of `count` records that begin at `record` and are `stride` apart, or of those in `picks`, as doubles.
void decodeColumn(Scalar type, bool bigEndian, const char* record, std::uint64_t stride,
                  const std::vector<std::uint32_t>& picks, std::vector<double>& values);

} // namespace rb::clouds
