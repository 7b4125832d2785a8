#pragma once

#include "core/checkpoint/checkpoint.h"

#include <optional>

namespace rb::checkpoint {

/// The type with safetensors' name for it, or nothing.
std::optional<DType> dtypeFromName(std::string_view name);

/// Product of the sizes; nothing when one is negative or the product does not fit 64 bits.
std::optional<std::uint64_t> elementsOf(const std::vector<std::int64_t>& shape);

/// Bytes of a dense tensor; nothing as above.
std::optional<std::uint64_t> bytesOf(DType dtype, const std::vector<std::int64_t>& shape);

/// Limits of one checkpoint; beyond them a file is refused.
inline constexpr std::size_t kMaxTensors = 200'000;
inline constexpr std::size_t kMaxRank = 64;
inline constexpr std::uint64_t kMaxHeaderBytes = std::uint64_t{32} << 20;

} // namespace rb::checkpoint
