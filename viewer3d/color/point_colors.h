#pragma once

#include "core/clouds/cloud.h"
#include "viewer3d/color/ramp.h"

#include <cstdint>
#include <span>
#include <vector>

namespace rb::viewer3d {

/// What gives the points their colours.
enum class ColorBy {
    Rgb,
    Height,
    Intensity,
    Class,
    Instance,
    Region, ///< a colour a point that the caller gives
    Plain,  ///< one colour
};

/// Whether the cloud has what it takes.
bool has(const clouds::Cloud& cloud, ColorBy by);
/// Rgb where the cloud has it, else classes, intensity, height: what shows most.
ColorBy bestColor(const clouds::Cloud& cloud);

struct ColorChoice {
    ColorBy by = ColorBy::Plain;
    std::uint32_t plain = packed(150, 156, 166);
    std::span<const std::uint32_t> given{}; ///< of Region: in the cloud's order; 0 stands for `plain`
};

/// A colour a point in the octree's order: order[i] is the index in the cloud. What the cloud lacks is plain.
std::vector<std::uint32_t> pointColors(const clouds::Cloud& cloud, std::span<const std::uint32_t> order, const ColorChoice& choice);

} // namespace rb::viewer3d
