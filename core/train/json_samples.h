#pragma once

#include "core/train/samples.h"

namespace rb::train {

/// RegionBLIP regions, whole pictures, COCO captions or ScanRefer, told apart by their fields; a JSON
/// file of another kind (a list of names beside the regions, say) gives none.
Result<std::vector<Sample>> readJsonSamples(const std::filesystem::path& file);

/// A JSON list of texts; empty when the file is absent or something else.
std::vector<std::string> readNameList(const std::filesystem::path& file);

} // namespace rb::train
