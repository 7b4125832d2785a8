#pragma once

#include <bit>
#include <cstdint>

namespace rb::vlm {

/// e^x for x ≤ 0, within a few units in the last place; 0 below −87 and for NaN. A loop over it
/// becomes vector code, which one over std::exp does not: hence no branch in it.
inline float exponential(float x) {
    constexpr float kRounder = 12582912.0f; // 1.5 · 2^23: adding it rounds to whole numbers
    // e^x = 2^n · e^r with |r| ≤ ln 2 / 2; ln 2 in two parts, the first with few bits.
    const float shifted = x * 1.44269504f + kRounder;
    const float n = shifted - kRounder;
    const float r = (x - n * 0.693359375f) + n * 2.12194440e-4f;
    float series = 1.0f / 5040;
    series = series * r + 1.0f / 720;
    series = series * r + 1.0f / 120;
    series = series * r + 1.0f / 24;
    series = series * r + 1.0f / 6;
    series = series * r + 0.5f;
    series = series * r + 1.0f;
    series = series * r + 1.0f;
    const std::uint32_t whole = std::bit_cast<std::uint32_t>(shifted) - std::bit_cast<std::uint32_t>(kRounder);
    const float power = std::bit_cast<float>((whole + 127u) << 23);
    const std::uint32_t inRange = 0u - static_cast<std::uint32_t>(x > -87.0f);
    return std::bit_cast<float>(std::bit_cast<std::uint32_t>(series * power) & inRange);
}

} // namespace rb::vlm
