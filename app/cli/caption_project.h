#pragma once

#include "app/cli/generation_flags.h"
#include "core/jobs/batch_plan.h"

#include <string>

namespace rb::cli {

/// `regionblip caption --project`: captions what a query finds, as the window's batch does.
struct ProjectCaptioning {
    std::string project, query, scope = "empty", what = "regions";
    std::string job;   ///< writes a job into this folder instead; empty: captions here
    int parts = 4;     ///< of the job
    std::string shard; ///< "2/4": only this part, in a copy of its own; empty: all
    bool preview = false;

    int run(const GenerationFlags& flags) const;

private:
    int writeJob(const GenerationFlags& flags) const;
    std::string besideProject(const QString& copy) const;
    int captionAll(project::Project& project, const std::vector<jobs::CaptionTarget>& chosen, const GenerationFlags& flags) const;
};

} // namespace rb::cli
