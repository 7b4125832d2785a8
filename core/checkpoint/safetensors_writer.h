#pragma once

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"

#include <functional>

namespace rb::checkpoint {

/// One tensor to be written. `bytes` is asked for when its turn comes, so that only one tensor is
/// in memory at a time; it returns exactly the dense row-major little-endian data.
struct TensorToWrite {
    std::string name;
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape;
    std::function<Result<std::string>()> bytes;
};

/// Writes one safetensors file by replaceFile(): whole and synced, or not at all.
Status writeSafetensors(const std::filesystem::path& path, const std::vector<TensorToWrite>& tensors,
                        const std::map<std::string, std::string>& metadata);

} // namespace rb::checkpoint
