#pragma once

#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rb::formats {

inline constexpr std::size_t kTarBlock = 512;
using TarBlock = std::array<char, kTarBlock>;

/// What one header block of a tar file says (POSIX.1-1988 ustar, and GNU tar's numbers in base 256).
struct TarHeader {
    std::string name;
    std::uint64_t size = 0;
    char type = '0';
};

/// Nothing when the checksum or a number is wrong.
std::optional<TarHeader> parseTarHeader(const TarBlock& block);
bool isEmptyBlock(const TarBlock& block);
/// A header of a readable file of the epoch's beginning; the name may have 100 bytes, or 155 more in
/// its folders; a longer one is cut off. The size must be under 8 GB.
TarBlock tarHeader(const std::string& name, std::uint64_t size, char type);
/// Whether tarHeader() keeps the whole name.
bool fitsTarHeader(const std::string& name);
/// Size with the bytes that fill its last block.
std::uint64_t wholeBlocks(std::uint64_t size);

} // namespace rb::formats
