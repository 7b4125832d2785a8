#include "core/clouds/table_source.h"

#include <bit>
#include <cstring>
#include <type_traits>

static_assert(std::endian::native == std::endian::little, "numbers of files are read as they lie there");

namespace rb::clouds {
namespace {

template <typename T, bool kSwap>
T load(const char* at) {
    T value;
    if constexpr (kSwap && sizeof(T) > 1) {
        char turned[sizeof(T)];
        for (std::size_t i = 0; i < sizeof(T); ++i) turned[i] = at[sizeof(T) - 1 - i];
        std::memcpy(&value, turned, sizeof value);
    } else {
        std::memcpy(&value, at, sizeof value);
    }
    return value;
}

template <typename T, bool kSwap>
void decode(const char* record, std::uint64_t stride, const std::vector<std::uint32_t>& picks, std::vector<double>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::uint64_t row = picks.empty() ? i : picks[i];
        values[i] = static_cast<double>(load<T, kSwap>(record + row * stride));
    }
}

} // namespace

std::size_t bytesOf(Scalar type) {
    switch (type) {
    case Scalar::Int8: case Scalar::UInt8: case Scalar::LowBits5: return 1;
    case Scalar::Int16: case Scalar::UInt16: return 2;
    case Scalar::Int32: case Scalar::UInt32: case Scalar::Float32: return 4;
    case Scalar::Int64: case Scalar::UInt64: case Scalar::Float64: return 8;
    }
    return 0;
}

void decodeColumn(Scalar type, bool bigEndian, const char* record, std::uint64_t stride,
                  const std::vector<std::uint32_t>& picks, std::vector<double>& values) {
    const auto as = [&](auto number) {
        using T = decltype(number);
        if (bigEndian) decode<T, true>(record, stride, picks, values);
        else decode<T, false>(record, stride, picks, values);
    };
    switch (type) {
    case Scalar::Int8: return as(std::int8_t{});
    case Scalar::UInt8: return as(std::uint8_t{});
    case Scalar::Int16: return as(std::int16_t{});
    case Scalar::UInt16: return as(std::uint16_t{});
    case Scalar::Int32: return as(std::int32_t{});
    case Scalar::UInt32: return as(std::uint32_t{});
    case Scalar::Int64: return as(std::int64_t{});
    case Scalar::UInt64: return as(std::uint64_t{});
    case Scalar::Float32: return as(float{});
    case Scalar::Float64: return as(double{});
    case Scalar::LowBits5:
        as(std::uint8_t{});
        for (double& value : values) value = static_cast<double>(static_cast<unsigned>(value) & 0x1fU);
    }
}

} // namespace rb::clouds
