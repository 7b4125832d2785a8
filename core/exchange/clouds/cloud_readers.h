#pragma once

#include "core/exchange/clouds/cloud_export.h"

namespace rb::exchange {

/// github.com/daveredrum/ScanRefer. Boxes come from the field `box` that we write, else from `<scene>_aligned_bbox.npy` in `media`, where
/// ScanRefer keeps them; rows of an object that has neither are dropped. Rows of a scene may stand anywhere in the file.
bool isScanRefer(const std::filesystem::path& path);
Status readScanRefer(const std::filesystem::path& path, const std::filesystem::path& media, const TakeCloud& take, formats::LossTally& tally);

/// huggingface Cap3D, `uid,caption`, quoted or cut at the first comma.
bool isCap3d(const std::filesystem::path& path);
Status readCap3d(const std::filesystem::path& path, const std::filesystem::path& media, const TakeCloud& take, formats::LossTally& tally);

/// labelCloud's `centroid_abs` (degrees) and `vertices`, a file or a folder of them; `centroid_rel` looks the same and cannot be told apart. Of turns about x and y the
/// upright box around the turned one is kept.
bool isLabelCloud(const std::filesystem::path& path);
Status readLabelCloud(const std::filesystem::path& path, const std::filesystem::path& media, const TakeCloud& take, formats::LossTally& tally);

/// KITTI's `label_2` with `calib` beside it, and our side-car `caption`. Boxes go from the camera's frame into that of `velodyne`.
bool isKitti(const std::filesystem::path& path);
Status readKitti(const std::filesystem::path& path, const std::filesystem::path& media, const TakeCloud& take, formats::LossTally& tally);

} // namespace rb::exchange
