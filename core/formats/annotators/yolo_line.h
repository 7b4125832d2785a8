#pragma once

#include "core/base/result.h"
#include "core/formats/records.h"

#include <map>

namespace rb::formats {

/// Names of classes by their number.
using YoloNames = std::map<std::int64_t, std::string>;

struct YoloPage {
    const YoloNames& names;  ///< empty: classes are called by their number
    bool hasKeypoints;       ///< what follows a box are its key points
    int width, height;       ///< of the picture
};

/// A line of labels: "class cx cy w h [score]", or "class x1 y1 x2 y2 …  [score]", of which four
/// corners are a turned box if they are one. `place`: "a.txt, line 3".
Result<RegionRecord> yoloRegion(std::string_view line, const YoloPage& page, const std::string& place);

/// The line of a region in a dialect of the format: its box, its outline or its four corners.
std::string yoloLine(std::int64_t classNumber, const geometry::Shape2& shape, const std::string& dialect, int width, int height);

} // namespace rb::formats
