#pragma once

#include "core/base/result.h"
#include "core/geometry/box2.h"

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace rb::formats {

/// The pixels of a region.
struct Mask {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels; ///< row by row, 0 or 1
};

/// Decodes COCO's run lengths `{"size": [height, width], "counts": …}`, which go down the columns and
/// begin with a run of zeros; the counts are numbers, or pycocotools' compressed text. Refused when
/// they do not fill the picture exactly, or for pictures of more than 100 megapixels. `place`:
/// "annotation 12".
Result<Mask> decodeRle(const nlohmann::json& segmentation, const std::string& place);

std::int64_t areaOf(const Mask& mask);
/// Whole pixels: a single one has the width 1. Empty without any.
geometry::Box2 boundsOf(const Mask& mask);

} // namespace rb::formats
