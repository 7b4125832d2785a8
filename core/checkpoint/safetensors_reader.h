#pragma once

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"

namespace rb::checkpoint {

/// Whether the file begins as a safetensors file does: a header length that fits it, and then JSON.
bool looksLikeSafetensors(const ReadOnlyFile& file);

/// Reads the directory of one safetensors file: the header's length, its JSON, and that the tensors
/// lie one after the other from the data's first byte to the file's last, without hole or overlap
/// (the checks and their order are those of the reference implementation).
/// `TensorInfo::file` is 0 and `TensorInfo::storage` counts the tensors.
Result<Checkpoint::Parts> readSafetensors(std::shared_ptr<const ReadOnlyFile> file);

} // namespace rb::checkpoint
