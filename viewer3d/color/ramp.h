#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace rb::viewer3d {

/// Colours are 32 bits: red in the lowest byte, then green, blue, alpha.
constexpr std::uint32_t packed(std::uint32_t r, std::uint32_t g, std::uint32_t b) { return 0xff000000U | b << 16 | g << 8 | r; }

/// A ramp whose lightness rises evenly from dark blue over green to yellow (mixed in Oklab; Ottosson 2020), so that equal
/// steps look equal, also without colour vision.
class Ramp {
public:
    Ramp();
    /// `part` from 0 to 1, clamped.
    std::uint32_t at(float part) const;

private:
    std::array<std::uint32_t, 256> m_colors{};
};

/// The eight colours of Okabe and Ito, which people with a colour-blindness can tell apart; any number, it wraps round.
std::uint32_t categoryColor(std::int64_t number);

/// The values between which a ramp runs: the 1st and the 99th of a hundred equal parts, so that a few stray values
/// do not use it up. Not finite ones do not count; 0 … 1 when there are none.
struct ValueRange {
    float low = 0;
    float high = 1;
};
ValueRange rampRange(std::span<const float> values);

} // namespace rb::viewer3d
