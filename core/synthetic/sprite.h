#pragma once

#include "core/media/image.h"
#include "core/synthetic/random.h"

#include <cstdint>
#include <vector>

namespace rb::synthetic {

/// A small picture with transparency: 8-bit RGBA, colours multiplied by alpha, row-major, no padding.
struct Sprite {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba; ///< [height × width × 4]
};

/// Alpha from which a pixel counts as the object's.
constexpr std::uint8_t kOpaque = 128;

/// Without the rows and columns at the edges that hold no visible pixel; empty when there is none.
Sprite cropped(const Sprite& sprite);

/// Turned counter-clockwise by `degrees` (bilinear), cropped, and scaled so that its longer side has
/// `size` pixels.
Sprite turned(const Sprite& sprite, double degrees, int size);

/// Every colour channel scaled by 0.86 … 1.14, all of them by another 0.9 … 1.1.
void jitterColors(Sprite& sprite, Random& random);

/// Area-averaged when smaller, bilinear when larger; both sizes are at least 1.
Sprite resized(const Sprite& sprite, int width, int height);

/// Draws the sprite with its upper left corner at (x, y), wholly inside the picture, and writes
/// `label` to `labels` ([height × width]) where the sprite is opaque.
void paste(const Sprite& sprite, int x, int y, media::Image& image, std::vector<std::uint16_t>& labels,
           std::uint16_t label);

} // namespace rb::synthetic
