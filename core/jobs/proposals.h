#pragma once

#include "core/geometry/box2.h"
#include "core/media/image.h"

#include <vector>

namespace rb::jobs {

/// A place where something may be, found without a model.
struct Proposal {
    geometry::Box2 box;  ///< in pixels, inside the picture
    double score = 0;    ///< larger is likelier; comparable within one picture only
};

struct GridOptions {
    std::vector<double> sides{1.0 / 2, 1.0 / 3}; ///< of a box, as parts of the picture's sides
    double overlap = 0.5;                        ///< of neighbours of one size, as a part of their side, in [0, 1)
};

/// Boxes of several sizes that cover the picture evenly, the largest first, row by row.
std::vector<geometry::Box2> gridProposals(int width, int height, const GridOptions& options = {});

struct EdgeOptions {
    std::size_t most = 100;
    double maxOverlap = 0.7; ///< intersection over union of two of them
    double minSide = 0.08;   ///< of a box, as a part of the picture's longer side
};

/// Boxes that hold whole contours, likeliest first: what crosses a box's border, or hangs on to something that does, does
/// not count for it (Zitnick and Dollár, "Edge Boxes", ECCV 2014). The same picture gives the same boxes.
std::vector<Proposal> edgeProposals(const media::Image& image, const EdgeOptions& options = {});

/// Intersection over union, in [0, 1].
double overlapOf(const geometry::Box2& a, const geometry::Box2& b);

/// In their order, without those that overlap an earlier one, or one of `present`, by more than `maxOverlap`.
std::vector<Proposal> withoutDoubles(const std::vector<Proposal>& proposals, const std::vector<geometry::Box2>& present, double maxOverlap);

} // namespace rb::jobs
