#pragma once

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"

namespace rb::checkpoint {

/// Reads one file, safetensors or torch zip, by its content.
Result<Checkpoint::Parts> readCheckpointFile(const std::filesystem::path& path);

} // namespace rb::checkpoint
