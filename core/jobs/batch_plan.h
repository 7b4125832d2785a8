#pragma once

#include "core/project/project.h"

#include <stop_token>
#include <vector>

namespace rb::jobs {

/// A region, or with region 0 the picture as a whole.
struct CaptionTarget {
    project::Id media = 0;
    project::Id region = 0;
};

/// Which of the chosen places a batch writes to. A person's words and accepted captions are never
/// replaced, whatever is chosen.
enum class BatchScope {
    Empty,        ///< those without any caption
    Drafts,       ///< also those that show a machine's draft: it is written anew
    Alternatives, ///< also those that show a person's work: what the model writes becomes alternatives
};

/// What a batch is going to do.
struct BatchPlan {
    struct Picture {
        project::Media media;
        std::vector<project::Region> regions;
        bool whole = false;               ///< the picture as a whole, too
    };
    std::vector<Picture> pictures;        ///< in the order of the targets' first mention
    int empty = 0, rewritten = 0, alternatives = 0; ///< counts of what is written
    int kept = 0;                         ///< left alone, because they have captions
    int impossible = 0;                   ///< regions without area inside their picture, and missing pictures

    int count() const { return empty + rewritten + alternatives; }
};

/// Reads some rows for each target: seconds for a large project. `project` may be a connection of the caller's own, so any
/// thread may do this. One that is stopped holds what it had until then.
BatchPlan planBatch(const project::Project& project, const std::vector<CaptionTarget>& targets, BatchScope scope, const std::stop_token& stop = {});

} // namespace rb::jobs
