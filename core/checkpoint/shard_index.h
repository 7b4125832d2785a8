#pragma once

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"

namespace rb::checkpoint {

/// Reads `model.safetensors.index.json` or `pytorch_model.bin.index.json` and all shards it names.
/// Shards are plain file names in the index's folder; the tensors of the shards and the names in
/// `weight_map` must be the same, each in the shard that the map says.
Result<Checkpoint::Parts> readShardIndex(const std::filesystem::path& path);

} // namespace rb::checkpoint
