#pragma once

#include "core/formats/trainers/bracket_boxes.h"
#include "core/formats/trainers/grounding.h"

namespace rb::formats {

/// Turns pixels into the numbers of a style and back. The numbers of kosmos2 are columns and rows.
struct GroundingGrid {
    GroundingStyle style;
    PixelSize size;
    PixelSize resized; ///< of qwen2_5_vl

    GroundingGrid(GroundingStyle wanted, PixelSize picture, std::optional<PixelSize> resizedTo = std::nullopt);
    Corners numbersOf(const geometry::Box2& box) const;
    geometry::Box2 boxOf(const Corners& numbers) const;
    double largest() const; ///< number that the style can write
};

} // namespace rb::formats
