#pragma once

#include "core/base/result.h"
#include "core/clouds/cloud.h"
#include "core/clouds/point_batch.h"
#include "core/geometry/point_cloud.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>

namespace rb::clouds {

/// In the file's own coordinates.
struct CloudBounds {
    std::array<double, 3> lower{}, upper{};
};

/// What is known of a cloud before memory is asked for its points.
struct CloudHeader {
    std::string format;                ///< "PLY", "PCD", "LAS 1.4", "NumPy", …
    std::uint64_t points = 0;
    std::optional<CloudBounds> bounds; ///< where the header states them (LAS), or once they were measured
    std::vector<std::string> fields;   ///< by the file's own names
    Presence has;                      ///< what of it a Cloud keeps

    /// What a Cloud of `count` of these points takes.
    std::uint64_t memoryBytes(std::uint64_t count) const;
    std::uint64_t memoryBytes() const { return memoryBytes(points); }
};

struct CloudReadOptions {
    std::uint64_t maxPoints = 2'000'000'000; ///< more, after thinning, are refused before memory is asked for
    std::uint64_t thinTo = 0;                ///< a larger file is read thinned to just so many points; 0: never
    std::function<void(double)> progress;    ///< told the fraction that is done, on the reading thread
    std::stop_token stop;                    ///< asked between two batches; ends in ErrorCode::Cancelled
};

/// Whether the ending names a point-cloud file: .ply .pcd .las .laz .npy .npz .xyz .txt .asc .csv .bin.
bool isCloudFile(const std::filesystem::path& path);

/// The header of a cloud file, or of a folder that holds one ScanRefer scene (`<scene>_aligned_vert.npy` and labels).
/// Text has no header: its lines are counted. What disagrees with the file's size is refused in one sentence that names
/// the file and the reason.
Result<CloudHeader> readCloudHeader(const std::filesystem::path& path);

/// The cloud, in the file's order. Positions are kept relative to an offset near the cloud when it lies far from the
/// origin, so that they are within 0.06 mm for clouds of up to 4 km and 0.25 mm up to 16 km (in metres); coordinates that
/// are 32-bit floats in the file stay exact. 16-bit and real colours become bytes; not a finite place is a refusal, save
/// PCD's holes, which are left out. Throws nothing; may be called from any thread.
Result<Cloud> readCloud(const std::filesystem::path& path, const CloudReadOptions& options = {});

/// The header with the bounds of all points, after every point was read and checked, at constant memory.
Result<CloudHeader> measureCloud(const std::filesystem::path& path, const CloudReadOptions& options = {});

/// Places and colours alone, in the file's own coordinates, as models take them.
geometry::PointCloud plainCloud(Cloud cloud);

/// A file as models take it: they sample some ten thousand points, so of a larger one two million are read, evenly.
Result<geometry::PointCloud> readCloudForModel(const std::filesystem::path& path);

} // namespace rb::clouds
