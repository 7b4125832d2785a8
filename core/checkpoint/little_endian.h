#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace rb::checkpoint {

static_assert(std::endian::native == std::endian::little, "tensor data is handed out as it lies in the file");

/// The number stored at byte `at` of `bytes`; the caller has checked that it lies inside.
template <std::integral T>
T littleEndian(std::string_view bytes, std::size_t at) {
    T number = 0;
    std::memcpy(&number, bytes.data() + at, sizeof(T));
    return number;
}

} // namespace rb::checkpoint
