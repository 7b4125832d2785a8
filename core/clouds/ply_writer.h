#pragma once

#include "core/base/durable_file.h"
#include "core/clouds/cloud.h"

#include <filesystem>
#include <optional>
#include <span>

namespace rb::clouds {

/// Writes a binary little-endian PLY file with all that the cloud has, through replaceFile(): the old file stays whole until
/// the new one is. Coordinates are floats, or doubles where the cloud has an offset; `intensity`, `class` and `instance` are
/// properties of these names. `points`: the numbers of those that are written, in this order; all of them without.
Status writePly(const std::filesystem::path& path, const Cloud& cloud, std::optional<std::span<const std::uint32_t>> points = std::nullopt);

/// The same into a sink; every one of `points` must be a point of the cloud.
Status writePly(FileSink& sink, const Cloud& cloud, std::optional<std::span<const std::uint32_t>> points = std::nullopt);

} // namespace rb::clouds
