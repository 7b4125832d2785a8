#pragma once

#include "core/geometry/box2.h"
#include "core/geometry/box3.h"
#include "core/vlm/region_captioner.h"

#include <optional>
#include <string>
#include <vector>

namespace rb::cli {

/// What came of one input.
struct CaptionReport {
    std::string input;
    std::string modality;
    int width = 0, height = 0;        ///< 0 for clouds
    double seconds = 0;               ///< encoding and captions, without reading the file
    std::vector<geometry::Box2> boxes;
    std::vector<geometry::Box3> boxes3;
    std::vector<std::vector<vlm::Caption>> captions; ///< one entry a region, or one for the whole
};

/// One JSON object on one line, as the help of `--json` states it.
std::string jsonLine(const CaptionReport& report, const vlm::ModelDescription& model);
std::string jsonErrorLine(const std::string& input, const std::string& message);

/// A table for people: input, region, score, caption.
std::string textTable(const CaptionReport& report);

} // namespace rb::cli
