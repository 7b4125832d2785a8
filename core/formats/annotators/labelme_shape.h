#pragma once

#include "core/base/result.h"
#include "core/geometry/shape2.h"

#include <string>
#include <vector>

namespace rb::formats {

/// What a shape of labelme or X-AnyLabeling is to us.
struct LabelmeShape {
    geometry::Shape2 shape;
    bool exact = true; ///< false: the box around something else, such as a circle
};

/// An unknown type is the box around its points. The error is what was expected of the points.
Result<LabelmeShape> labelmeShape(const std::string& type, const std::vector<geometry::Point2>& points);

} // namespace rb::formats
