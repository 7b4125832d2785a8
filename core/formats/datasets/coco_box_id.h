#pragma once

#include "core/geometry/box2.h"

#include <cstdint>
#include <optional>
#include <string>

namespace rb::formats {

/// The picture id under which COCO's caption files name a region, as RegionBLIP's evaluation does:
/// "<image_id>_box_<x>_<y>_<w>_<h>", each number truncated toward zero.
struct CocoBoxId {
    std::string image;
    geometry::Box2 box;
};

std::optional<CocoBoxId> parseCocoBoxId(const std::string& id);
std::string cocoBoxId(std::int64_t image, const geometry::Box2& box);

} // namespace rb::formats
