#pragma once

#include "core/base/result.h"
#include "core/geometry/point_cloud.h"

#include <string>
#include <string_view>
#include <vector>

namespace rb::media {

/// A cloud from the bytes of one `.npy` file (NumPy format 1–3): `[N, C]`, C ≥ 3, of a real number
/// type, C or Fortran order. `name` stands in errors. Headers are read by a fixed grammar of at
/// most 64 KB; object arrays are refused.
Result<geometry::PointCloud> cloudFromNpy(std::string_view bytes, const std::string& name, std::uint64_t maxPoints);

/// Any `[N, C]` table of real numbers with at least `minColumns` columns, in row order.
Result<std::vector<std::vector<double>>> rowsFromNpy(std::string_view bytes, const std::string& name,
                                                     std::uint64_t minColumns, std::uint64_t maxRows);

} // namespace rb::media
