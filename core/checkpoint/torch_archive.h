#pragma once

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"

namespace rb::checkpoint {

/// Whether the file begins as a zip archive does.
bool looksLikeTorchArchive(const ReadOnlyFile& file);

/// Reads the directory of a zip that torch.save wrote: its records, `byteorder` where there is one,
/// and the tensors named in `data.pkl`. `TensorInfo::file` is 0.
Result<Checkpoint::Parts> readTorchArchive(std::shared_ptr<const ReadOnlyFile> file);

} // namespace rb::checkpoint
