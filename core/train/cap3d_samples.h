#pragma once

#include "core/train/samples.h"

namespace rb::train {

/// Cap3D: lines `uid,caption` (the caption may contain commas, and may stand in double quotes), clouds
/// at `<uid>/<uid>_8192.npz` beside the list.
Result<std::vector<Sample>> readCap3d(const std::filesystem::path& list);

} // namespace rb::train
