#pragma once

#include "core/clouds/table_source.h"

namespace rb::clouds {

/// A NumPy array of one or two axes inside `bytes`: where its columns lie.
struct NpyTable {
    std::shared_ptr<ByteSource> bytes;
    std::uint64_t rows = 0, columns = 0; ///< one axis is one column
    Scalar type = Scalar::Float32;
    bool columnMajor = false;
    std::uint64_t dataStart = 0;
};

/// Reads its header and refuses one that disagrees with the size of `bytes`.
Result<NpyTable> readNpyTable(std::shared_ptr<ByteSource> bytes);

/// Adds the columns with a role to the table; `roles` may be shorter than the array is wide.
void addStrips(const NpyTable& array, const std::vector<Role>& roles, Table& table);

/// A cloud of the array, and of what `further` adds to it: three columns are places, further ones as rolesOfColumns() says;
/// nine are x y z r g b nx ny nz, as in RegionBLIP's scenes.
OpenedSource openNpyTable(const NpyTable& array, const std::string& format, Table further = {});

} // namespace rb::clouds
