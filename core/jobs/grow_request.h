#pragma once

#include "core/geometry/box2.h"
#include "core/vlm/region_captioner.h"

#include <QString>

#include <vector>

namespace rb::jobs {

/// Where boxes come from.
enum class GrowSource {
    Regions, ///< regions without a caption, such as those of an imported detection set
    Grid,    ///< boxes of several sizes, evenly over the picture
    Edges,   ///< boxes that hold whole contours
};

/// What the model looks at to write a caption.
enum class GrowView {
    Crop,   ///< the part of the picture alone, as a whole picture
    Region, ///< the box in its picture, by the region modality
};

/// How a data set is grown (arXiv 2308.02299, "RegionCap-10M": boxes of detectors, captions of a model, filtered by how well
/// the two match).
struct GrowOptions {
    GrowSource source = GrowSource::Regions;
    GrowView view = GrowView::Region;
    /// Probability that caption and region match, in [0, 1]; 0: any. A head that cannot tell gives a third, the share of
    /// pairs that match in its training.
    double minItm = 0.25;
    double minItc = 0.2;     ///< cosine of caption and region, in [-1, 1]; -1: any
    int perPicture = 0;      ///< captions kept of a picture, the best ones; 0: all
    int proposals = 40;      ///< boxes of a grid or of edges that are captioned in a picture
    double maxOverlap = 0.5; ///< intersection over union of a new box with a region that is there, or another new one
};

/// One picture to be grown; plain values, copied into the inference thread.
struct GrowRequest {
    QString file;                     ///< absolute path
    std::vector<geometry::Box2> boxes; ///< of the regions to caption; else of all that are there: no new box is like one of them
    GrowOptions options;
    vlm::GenerationOptions generation;
};

/// A caption with its scores.
struct GrownCaption {
    enum class Verdict { Kept, Below, Beyond }; ///< Below: a threshold; Beyond: enough better ones of that picture
    geometry::Box2 box;
    std::size_t place = 0; ///< of GrowSource::Regions: into GrowRequest::boxes
    vlm::Caption caption;
    vlm::MatchingScore score;
    Verdict verdict = Verdict::Kept;
};

struct GrowAnswer {
    std::vector<GrownCaption> captions; ///< in the order of their boxes
    bool stopped = false;               ///< before its end; captions are what there was
    double seconds = 0;                 ///< all of it, reading the picture included
};

} // namespace rb::jobs
