#pragma once

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"
#include "core/vlm/model_source.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

namespace rb::vlm {

struct WriteOptions {
    /// F32, F16 or BF16; absent: every tensor in the type it has.
    std::optional<checkpoint::DType> dtype;
    std::string name;      ///< for the card; empty: that of the source
    std::string licence;   ///< of the weights, for the card
    std::string source;    ///< where the weights come from, for the card
    std::string date;      ///< "2026-11-23", for the card; empty: today (UTC)
    /// Before each tensor is read: how many are done, how many there are, the name of this one.
    std::function<void(std::size_t done, std::size_t total, const std::string& name)> progress;
    std::stop_token stop;  ///< asked before each tensor; Cancelled leaves nothing behind
};

/// Writes `source` as one of our model folders: `config.json`, `model.safetensors`, `tokenizer/`
/// and the card `model.json` with the checksum of the weights. One tensor is in memory at a time.
/// Everything is written to `<folder>.partial`, which is renamed at the end and removed on failure.
/// An existing folder that is not empty is refused, and so is a value that `dtype` cannot hold.
Status writeModelFolder(const ModelSource& source, const std::filesystem::path& folder,
                        const WriteOptions& options = {});

} // namespace rb::vlm
