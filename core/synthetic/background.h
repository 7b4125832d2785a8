#pragma once

#include "core/media/image.h"
#include "core/synthetic/random.h"

#include <string>
#include <vector>

namespace rb::synthetic {

/// The ten names a background may have.
const std::vector<std::string>& backgroundColors();

struct Background {
    media::Image image;
    std::string color; ///< one of backgroundColors()
};

/// A picture of one of ten colours, each with jitter, as plain, gradient, waves, blocks or noise.
/// `scale` is the size of the patterns' pixels: 1 for small canvases, 4 for samples.
Background makeBackground(int width, int height, int scale, Random& random);

} // namespace rb::synthetic
