#pragma once

#include "core/base/result.h"
#include "core/clouds/table_source.h"

#include <string_view>

namespace rb::clouds {

struct PcdField {
    std::string name;
    Scalar type = Scalar::Float32;
    std::uint64_t count = 1;      ///< numbers of this field in a point
    std::uint64_t bytes() const { return count * bytesOf(type); }
};

/// The header of PCL's point cloud data, version 0.5 to 0.7: FIELDS, SIZE, TYPE, COUNT, WIDTH, HEIGHT, POINTS, DATA.
struct PcdHeader {
    enum class Data { Ascii, Binary, Compressed };
    Data data = Data::Ascii;
    std::vector<PcdField> fields;
    std::uint64_t points = 0;
    std::uint64_t pointBytes = 0;
    std::uint64_t dataStart = 0; ///< the byte behind the header
    std::uint64_t lines = 0;     ///< of the header
};

/// `text` begins the file and holds all of the header. What would not fit into 64 bits is refused.
Result<PcdHeader> parsePcdHeader(std::string_view text, const std::string& name);

} // namespace rb::clouds
