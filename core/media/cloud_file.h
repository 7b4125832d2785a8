#pragma once

#include "core/base/result.h"
#include "core/geometry/point_cloud.h"

#include <filesystem>

namespace rb::media {

struct CloudReadOptions {
    std::uint64_t maxPoints = 200'000'000; ///< a larger cloud is refused before memory is asked for
};

/// Whether the ending names a point-cloud file that readCloud() knows.
bool isCloudFile(const std::filesystem::path& path);

/// Reads a cloud by its content: NumPy `.npy` (`[N, 3]`, or more columns, of which the first three
/// are x y z and, when there are six or more, the next three r g b in 0 … 255), `.npz` (array
/// `arr_0`, or the only one), and text `.xyz`/`.txt` (x y z [r g b] a line). Object arrays,
/// headers that disagree with the file's size, and values that are not finite are refused with one
/// sentence that names the file and the reason.
Result<geometry::PointCloud> readCloud(const std::filesystem::path& path, const CloudReadOptions& options = {});

} // namespace rb::media
