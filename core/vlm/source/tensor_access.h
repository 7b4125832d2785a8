#pragma once

#include "core/checkpoint/checkpoint.h"
#include "core/vlm/model_source.h"

#include <optional>

namespace rb::vlm {

/// What `ref` names in its checkpoint, limited to its rows, ready for Checkpoint::read(). Nothing
/// when the checkpoint has no such tensor or not so many rows.
std::optional<checkpoint::TensorInfo> locate(const std::vector<checkpoint::Checkpoint>& checkpoints,
                                             const TensorRef& ref);

} // namespace rb::vlm
