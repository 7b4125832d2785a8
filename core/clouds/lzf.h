#pragma once

#include <cstdint>
#include <span>

namespace rb::clouds {

/// The most bytes that one packed byte of LZF can stand for: three bytes repeat 264 at most.
inline constexpr std::uint64_t kLzfMostGrowth = 88;

/// Unpacks LZF (Marc Lehmann's format: a control byte below 32 is followed by that many bytes and one, others repeat
/// what was written before). True when the input ends just where `output` is full; anything else is damage.
bool unpackLzf(std::span<const char> input, std::span<char> output);

} // namespace rb::clouds
