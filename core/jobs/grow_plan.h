#pragma once

#include "core/jobs/batch_plan.h"
#include "core/jobs/grow_request.h"

#include <vector>

namespace rb::jobs {

/// Where a data set is going to be grown.
struct GrowPlan {
    struct Picture {
        project::Id media = 0;
        std::vector<project::Id> regions; ///< to caption; of GrowSource::Regions
    };
    GrowOptions options;
    std::vector<Picture> pictures; ///< in the order of the targets' first mention
    qint64 places = 0;             ///< boxes that will be captioned; of a grid or of edges at most
    int captioned = 0;             ///< regions left alone, because they have a caption
    int impossible = 0;            ///< regions without area inside their picture, and missing pictures
};

/// Of `targets` the regions without a caption or, for new boxes, the pictures. As planBatch() on any thread.
GrowPlan planGrowth(const project::Project& project, const std::vector<CaptionTarget>& targets, const GrowOptions& options, const std::stop_token& stop = {});

/// Pictures that a plan is tried on before it is carried out.
inline constexpr std::size_t kTriedPictures = 5;
/// So many pictures of a plan, evenly spread.
GrowPlan sampled(const GrowPlan& plan, std::size_t pictures);

/// What growing some pictures came to.
struct GrowTally {
    qint64 pictures = 0, captioned = 0, kept = 0;
    qint64 below = 0, beyond = 0; ///< as GrownCaption::Verdict
    double seconds = 0;

    void add(const GrowAnswer& answer);
};

/// What a plan will come to, by what a part of it came to.
struct GrowEstimate {
    double seconds = 0;
    qint64 captioned = 0, kept = 0;
};
GrowEstimate estimated(const GrowPlan& plan, const GrowTally& trial);

} // namespace rb::jobs
