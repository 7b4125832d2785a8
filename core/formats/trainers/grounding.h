#pragma once

#include "core/formats/trainers/picture_size.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rb::formats {

/// How vision-language models write a box into their text.
enum class GroundingStyle {
    Shikra,   ///< three decimals of the picture padded to a square
    Kosmos2,  ///< two of 32 × 32 cells
    QwenVl,   ///< thousandths of the sides, 0 to 999
    Qwen2Vl,  ///< the same numbers between other marks
    Qwen25Vl, ///< JSON, pixels of the picture resized to sides of 28
    Qwen3Vl,  ///< the same JSON, thousandths of the sides, 0 to 1000
    Florence2 ///< bins of a thousandth of the sides
};
inline constexpr std::array kGroundingStyles = {GroundingStyle::Shikra,   GroundingStyle::Kosmos2, GroundingStyle::QwenVl,
                                                GroundingStyle::Qwen2Vl,  GroundingStyle::Qwen25Vl, GroundingStyle::Qwen3Vl,
                                                GroundingStyle::Florence2};

/// "shikra", "kosmos2", "qwen_vl", "qwen2_vl", "qwen2_5_vl", "qwen3_vl", "florence2".
const char* nameOf(GroundingStyle style);
std::optional<GroundingStyle> groundingStyle(std::string_view name);
/// The only style that writes such texts (shikra when there are no marks at all); nothing when two do:
/// qwen2_5_vl and qwen3_vl look alike.
std::optional<GroundingStyle> styleOf(std::string_view text);

struct GroundedRegion {
    geometry::Box2 box;     ///< picture pixels
    std::string phrase;
    std::size_t begin = 0;  ///< of the phrase in GroundedText::plain, in bytes
    std::size_t end = 0;
};

struct GroundedText {
    std::string plain;      ///< without boxes and marks
    std::vector<GroundedRegion> regions;
    bool saysMore = false;  ///< there are words beside the phrases
};

/// The size must be known. The box is first cut off at the picture's edge. Without a phrase shikra writes the box alone.
std::string encodeGrounding(const GroundedRegion& region, PixelSize size, GroundingStyle style);

/// Numbers beyond the style's range are refused, with `place` in the sentence; what is no box is text.
/// Corners come as they are written, in whatever order. `resized`: the size that a qwen2_5_vl text was
/// written for, when it is known.
Result<GroundedText> decodeGrounding(std::string_view text, PixelSize size, GroundingStyle style, const std::string& place,
                                     std::optional<PixelSize> resized = std::nullopt);

/// How far a corner is from its place after writing and reading, at most, in picture pixels.
double roundTripError(const geometry::Box2& box, PixelSize size, GroundingStyle style);

/// The size to which the image processors of Qwen bring a picture: sides are multiples of `factor`,
/// 3136 to 1003520 pixels.
PixelSize smartResized(PixelSize size, int factor);

} // namespace rb::formats
