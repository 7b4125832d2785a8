#include "core/vlm/source/element_conversion.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace rb::vlm {
namespace {

using checkpoint::DType;

float fromHalf(std::uint16_t half) {
    const std::uint32_t sign = (half & 0x8000u) << 16;
    const std::uint32_t exponent = (half >> 10) & 0x1fu;
    const std::uint32_t fraction = half & 0x3ffu;
    if (exponent == 0x1f) return std::bit_cast<float>(sign | 0x7f800000u | (fraction << 13));
    if (exponent == 0) {
        const float magnitude = std::ldexp(static_cast<float>(fraction), -24);
        return sign ? -magnitude : magnitude;
    }
    return std::bit_cast<float>(sign | ((exponent + 112) << 23) | (fraction << 13));
}

/// `bits` without its lowest `count` bits, rounded to nearest, ties to even.
std::uint32_t roundedShift(std::uint32_t bits, std::uint32_t count) {
    const std::uint32_t kept = bits >> count;
    const std::uint32_t rest = bits & ((1u << count) - 1);
    const std::uint32_t half = 1u << (count - 1);
    return kept + (rest > half || (rest == half && (kept & 1u)) ? 1u : 0u);
}

std::uint16_t toHalf(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t sign = (bits >> 16) & 0x8000u;
    const std::uint32_t magnitude = bits & 0x7fffffffu;
    if (magnitude > 0x7f800000u) return static_cast<std::uint16_t>(sign | 0x7e00u | ((magnitude >> 13) & 0x3ffu));
    if (magnitude >= 0x47800000u) return static_cast<std::uint16_t>(sign | 0x7c00u);
    if (magnitude >= 0x38800000u) // normal: a carry out of the fraction raises the exponent
        return static_cast<std::uint16_t>(sign | roundedShift(magnitude - 0x38000000u, 13));
    const std::uint32_t exponent = magnitude >> 23;
    if (exponent < 102) return static_cast<std::uint16_t>(sign);
    const std::uint32_t fraction = (magnitude & 0x7fffffu) | 0x800000u;
    return static_cast<std::uint16_t>(sign | roundedShift(fraction, 126 - exponent));
}

std::uint16_t toBrainFloat(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    if (std::isnan(value)) return static_cast<std::uint16_t>((bits >> 16) | 0x40u);
    return static_cast<std::uint16_t>(roundedShift(bits, 16));
}

template <typename T>
T load(const char* at) {
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

double element(const char* at, DType dtype) {
    switch (dtype) {
    case DType::F64: return load<double>(at);
    case DType::F16: return fromHalf(load<std::uint16_t>(at));
    case DType::BF16: return std::bit_cast<float>(std::uint32_t{load<std::uint16_t>(at)} << 16);
    default: return load<float>(at);
    }
}

/// Writes one element and returns the value it stands for.
float store(char* at, float value, DType dtype) {
    if (dtype == DType::F32) {
        std::memcpy(at, &value, sizeof value);
        return value;
    }
    const std::uint16_t bits = dtype == DType::F16 ? toHalf(value) : toBrainFloat(value);
    std::memcpy(at, &bits, sizeof bits);
    return dtype == DType::F16 ? fromHalf(bits) : std::bit_cast<float>(std::uint32_t{bits} << 16);
}

bool isFloat(DType dtype) {
    return dtype == DType::F64 || dtype == DType::F32 || dtype == DType::F16 || dtype == DType::BF16;
}

} // namespace

Result<std::string> convertElements(std::string bytes, DType from, DType to) {
    if (from == to) return bytes;
    if (!isFloat(from) || !isFloat(to) || to == DType::F64)
        return Error{ErrorCode::Unsupported, "holds " + std::string(checkpoint::toString(from)) +
                                                 ", which cannot be stored as " +
                                                 std::string(checkpoint::toString(to))};
    const std::size_t count = bytes.size() / checkpoint::sizeOf(from);
    std::string converted(count * checkpoint::sizeOf(to), '\0');
    for (std::size_t i = 0; i < count; ++i) {
        const double value = element(bytes.data() + i * checkpoint::sizeOf(from), from);
        const float stored =
            store(converted.data() + i * checkpoint::sizeOf(to), static_cast<float>(value), to);
        if (std::isfinite(value) && !std::isfinite(stored))
            return Error{ErrorCode::InvalidArgument, "holds " + std::to_string(value) + ", which is too large for " +
                                                         std::string(checkpoint::toString(to)) +
                                                         "; store it as BF16 or F32"};
    }
    return converted;
}

} // namespace rb::vlm
