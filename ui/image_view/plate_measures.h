#pragma once

#include "ui/image_view/canvas_region.h"

namespace rb::ui {

// Widget pixels of the parts of a caption plate, for whoever lays it out and whoever paints it.
inline constexpr double kPadX = 8;
inline constexpr double kPadY = 4;
inline constexpr double kGlyph = 12;

/// The width that the signs of a region's state and lock take.
inline double glyphRoom(const CanvasRegion& region) {
    double room = 0;
    if (region.state != CanvasRegion::None) room += kGlyph + 6;
    if (region.locked) room += kGlyph + 4;
    return room;
}

} // namespace rb::ui
