#pragma once

#include "core/clouds/byte_source.h"
#include "core/clouds/point_source.h"

namespace rb::clouds {

/// A file whose points are lines of numbers.
struct RowLayout {
    std::shared_ptr<ByteSource> bytes;
    std::uint64_t start = 0;        ///< the byte at which the lines begin
    std::uint64_t linesBefore = 0;  ///< lines up to there, for messages
    std::uint64_t skipRows = 0;     ///< rows of other elements before the first point
    std::vector<Role> columns;      ///< of a line's numbers, in order; more numbers are passed over
    bool holesAreAllowed = false;
    bool realColors = false;
    bool packedColorIsFloat = false; ///< PCD: the packed colour is written as the float with its bits
};

/// Where the lines of the points are: their count, and the places of some, evenly spread.
struct RowIndex {
    std::uint64_t rows = 0;
    std::vector<std::uint64_t> samples;
};

/// Counts the lines that hold numbers, from `layout.start` on, at most `limit` (after the skipped ones).
Result<RowIndex> indexRows(const RowLayout& layout, std::uint64_t limit);

/// `header.points` must be what indexRows() counted. Numbers are separated by spaces, tabs, commas or semicolons; empty
/// lines and comments are passed over. Errors name the line. Lines are parsed on as many threads as the machine has.
OpenedSource openRows(CloudHeader header, RowLayout layout, RowIndex index);

/// The numbers of one line into place `i` of the batch's columns, which are large enough; false when one is missing, is
/// no number or is not finite in 32 bits (holes may hold nan).
bool parseRow(std::string_view line, const RowLayout& layout, PointBatch& batch, std::size_t i);

} // namespace rb::clouds
