#pragma once

#include "core/formats/record_fields.h"
#include "core/geometry/shape2.h"

namespace rb::formats {

/// What a COCO annotation outlines.
struct CocoOutline {
    geometry::Shape2 shape;
    /// The shape is only the box: the segmentation is a mask, several polygons, or a polygon that is
    /// more than a pixel away from the box.
    bool simplified = false;
    /// The shape is the polygon, whose bounds are not exactly the box.
    bool rebounded = false;
};

/// The key of ours beside a turned box's polygon: [x, y, width, height, angle].
inline constexpr const char* kCocoRotatedBox = "rotated_box";

/// From `segmentation` and `bbox`; one of them may be missing. One polygon is the shape, unless it is
/// just the box; whatever else there is, the box is as stored.
CocoOutline cocoOutline(RecordFields& fields);

} // namespace rb::formats
