#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rb::media {

/// What the header of a `.npy` file says (NumPy format 1-3).
struct NpyHeader {
    char kind = 'f';              ///< f, i, u: real, signed, unsigned
    std::size_t bytes = 4;        ///< of one number, little-endian
    bool fortran = false;         ///< column after column
    std::uint64_t rows = 0;
    std::uint64_t columns = 0;    ///< 1 for an array of one axis
    std::uint64_t dataStart = 0;  ///< the byte behind the header
};

/// Reads it off the first bytes of a file, of which it must lie within 64 KB. `name` stands in errors. A fixed grammar:
/// nothing is evaluated, object arrays and more than two axes are refused.
Result<NpyHeader> readNpyHeader(std::string_view bytes, const std::string& name);

/// Any `[N, C]` table of real numbers with at least `minColumns` columns, in row order.
Result<std::vector<std::vector<double>>> rowsFromNpy(std::string_view bytes, const std::string& name,
                                                     std::uint64_t minColumns, std::uint64_t maxRows);

} // namespace rb::media
