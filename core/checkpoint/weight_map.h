#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <map>
#include <string>

namespace rb::checkpoint {

/// Tensor → name of the shard that holds it, as the index says; the shard's name is not yet checked.
using WeightMap = std::map<std::string, std::string>;

/// Reads `weight_map` of an index file. Duplicate names, names that are no tensor names, values that
/// are no text and deep nesting refuse the file.
Result<WeightMap> readWeightMap(const std::filesystem::path& path);

} // namespace rb::checkpoint
