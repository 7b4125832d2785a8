#pragma once

#include "core/base/result.h"
#include "core/clouds/table_source.h"

#include <optional>
#include <string_view>

namespace rb::clouds {

struct PlyProperty {
    std::string name;
    Scalar type = Scalar::Float32;
    std::optional<Scalar> countType; ///< of a list; `type` is that of its elements
};

struct PlyElement {
    std::string name;
    std::uint64_t count = 0;
    std::vector<PlyProperty> properties;

    bool hasLists() const;
    /// Of one row, with every list empty: what it takes at least.
    std::uint64_t leastBytes() const;
};

/// The header of a Stanford polygon file (Turk 1994): `ply`, `format`, elements with their properties, `end_header`.
struct PlyHeader {
    enum class Encoding { Ascii, LittleEndian, BigEndian };
    Encoding encoding = Encoding::Ascii;
    std::vector<PlyElement> elements;
    std::uint64_t dataStart = 0; ///< the byte behind the header
    std::uint64_t lines = 0;     ///< of the header

    /// The place in `elements` of the one that holds the points ("vertex", else "point"), or their count.
    std::size_t vertexElement() const;
};

/// `text` begins the file and holds all of the header.
Result<PlyHeader> parsePlyHeader(std::string_view text, const std::string& name);

} // namespace rb::clouds
