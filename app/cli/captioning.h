#pragma once

#include "app/cli/caption_report.h"
#include "core/base/result.h"

namespace rb::cli {

/// What to caption of each input.
struct CaptionJob {
    std::vector<geometry::Box2> boxes;
    std::vector<geometry::Box3> boxes3;
    vlm::GenerationOptions options;
};

/// Reads one picture or cloud and captions it.
Result<CaptionReport> captionInput(vlm::RegionCaptioner& captioner, const std::string& input, const CaptionJob& job);

} // namespace rb::cli
