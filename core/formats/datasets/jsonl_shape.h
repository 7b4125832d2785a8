#pragma once

#include "core/formats/json_list.h"
#include "core/formats/record_fields.h"
#include "core/geometry/shape2.h"

namespace rb::formats {

/// Adds `box_xyxy`, the bounds [x1, y1, x2, y2]; `box_xywh` where the corners alone would not give width
/// and height back to the last bit; and `shape` of what is no plain box:
/// `{"kind": "rotated_box", "box": [x, y, width, height], "angle": degrees}` or
/// `{"kind": "polygon", "points": [[x, y], …]}`.
void addShape(Json& line, const geometry::Shape2& shape);

/// The way back; `shape` counts before `box_xyxy`.
Result<geometry::Shape2> readShape(RecordFields& line);

} // namespace rb::formats
