#pragma once

#include "core/media/image.h"

#include <vector>

namespace rb::jobs {

/// A pixel of a contour.
struct EdgePixel {
    int x = 0, y = 0;
    float strength = 0;
    float direction = 0; ///< across the contour, in [0, π)
    int group = -1;
};

/// Pixels that lie side by side and together turn by less than a quarter.
struct EdgeGroup {
    struct Neighbour {
        int group = 0;
        float affinity = 0; ///< how straight one goes on into the other, in (0, 1]
    };
    std::vector<int> pixels;       ///< into EdgeGroups::pixels
    float strength = 0;            ///< sum
    float x = 0, y = 0;            ///< mean place
    float direction = 0;           ///< mean
    int left = 0, top = 0, right = 0, bottom = 0; ///< both ends included
    std::vector<Neighbour> neighbours;
};

/// The contours of a picture.
struct EdgeGroups {
    int width = 0, height = 0;
    std::vector<EdgePixel> pixels;
    std::vector<EdgeGroup> groups;
};

/// Contours where colour changes most, one pixel wide (gradients of the smoothed channels, thinned across the contour), and
/// the groups that Edge Boxes (ECCV 2014, section 3.1) make of them.
EdgeGroups edgeGroups(const media::Image& image);

} // namespace rb::jobs
