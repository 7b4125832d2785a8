#pragma once

#include "app/cli/generation_flags.h"

#include <string>

namespace rb::cli {

/// `regionblip caption --project`: captions what a query finds, as the window's batch does.
struct ProjectCaptioning {
    std::string project, query, scope = "empty", what = "regions";
    bool preview = false;

    int run(const GenerationFlags& flags) const;
};

} // namespace rb::cli
