#pragma once

#include "core/jobs/grow_request.h"
#include "core/project/project.h"

namespace rb::jobs {

/// Writes what was grown into a project: drafts of the model, which name in their options under "grown" where the box came
/// from, what the model looked at, both scores and both thresholds. A new region's score is the probability that its caption
/// matches. Each returns how many captions it wrote.
struct GrowStore {
    const project::Project& project;
    const GrowOptions& options;
    const vlm::ModelDescription& model;
    const vlm::GenerationOptions& generation;

    /// For regions that are there, still have these boxes, and have no caption.
    qint64 captions(project::Edit& edit, project::Id media, const std::vector<project::Id>& regions, const std::vector<geometry::Box2>& boxes,
                    const GrowAnswer& answer) const;
    /// As new regions, but where one like it is there by now.
    qint64 regions(project::Edit& edit, project::Id media, const GrowAnswer& answer) const;

private:
    void write(project::Edit& edit, project::Id media, project::Id region, const GrownCaption& grown) const;
};

} // namespace rb::jobs
