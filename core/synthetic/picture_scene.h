#pragma once

#include "core/geometry/box2.h"
#include "core/media/image.h"
#include "core/synthetic/glyphs.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rb::synthetic {

/// Sizes are those of a box's longer side as a part of the canvas's shorter side.
struct PictureOptions {
    int scale = 1;                         ///< canvases of 160×120, 120×160, 144×144, 168×126, times this
    std::size_t names = 0;                 ///< how many of the set's names, from the first; 0 is all
    int minObjects = 1, maxObjects = 5;    ///< fewer when no place is found
    double minSize = 0.20, maxSize = 0.50; ///< with three objects or more
    double minFewSize = 0.25, maxFewSize = 0.70; ///< with one or two
    double maxOverlap = 0.20;                    ///< of the smaller box's area, for every pair
    CaptionStyle style = CaptionStyle::Plain;
};

/// Below and above these parts of the shorter side a caption says "small" and "large".
constexpr double kSmallSize = 0.27, kLargeSize = 0.50;

struct PictureObject {
    geometry::Box2 box;  ///< whole pixels, inside the picture; holds every pixel of the object
    std::string name;    ///< "soccer ball"
    std::string caption; ///< "a small soccer ball to the left of an apple"
};

struct PictureScene {
    media::Image image;
    std::vector<PictureObject> objects; ///< later ones are drawn over earlier ones; names are distinct
    std::string background;             ///< the colour's name
    std::string caption;                ///< of the whole picture
    std::vector<std::uint16_t>
        objectMap; ///< [height × width]: 0 background, 1 + index of the object seen there
};

/// The relation of the centres: by the larger offset, left and right when both are equal.
Relation relationOf(const geometry::Box2& box, const geometry::Box2& other);

/// Scene `index` of `seed`: the same whatever else is made, given glyphs loaded with the same variants and
/// sprite size (96 px for small canvases; 136 is the most the font has, for samples). The set must not be
/// empty. Any number of threads may call it.
PictureScene makePicture(const GlyphSet& glyphs, const PictureOptions& options, std::uint64_t seed,
                         std::uint64_t index);

} // namespace rb::synthetic
