#pragma once

#include "core/formats/annotators/xml_file.h"
#include "core/geometry/shape2.h"

namespace rb::formats {

/// What a shape element of CVAT is to us.
struct CvatShape {
    geometry::Shape2 shape;
    bool exact = true;            ///< false: the box around something else
    std::int64_t maskPixels = 0;  ///< set ones, of a mask
};

/// `path`: of the file, for refusals.
Result<CvatShape> cvatShape(const XmlNode& node, const std::string& path);
/// The names of the shape elements that cvatShape() reads.
bool isCvatShape(const std::string& name);
/// Whether an attribute holds a part of the geometry of such an element.
bool isCvatGeometry(const std::string& attribute);
/// The element's name and geometry attributes for a shape.
XmlNode cvatNode(const geometry::Shape2& shape);

/// Set pixels of a mask: runs row by row inside its box, the first of background. Refused, with what
/// was expected, when the runs do not fill the box.
Result<std::int64_t> cvatMaskPixels(std::string_view runs, std::int64_t boxPixels);

} // namespace rb::formats
