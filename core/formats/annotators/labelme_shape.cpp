#include "core/formats/annotators/labelme_shape.h"

#include <cmath>

namespace rb::formats {
namespace {

Error expected(const char* what) { return {ErrorCode::FileInvalid, what}; }

LabelmeShape around(const geometry::Box2& box, bool exact) { return {geometry::boxShape(box), exact}; }

LabelmeShape circle(geometry::Point2 centre, geometry::Point2 rim) {
    const double radius = std::hypot(rim.x - centre.x, rim.y - centre.y);
    return around({centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, false);
}

} // namespace

Result<LabelmeShape> labelmeShape(const std::string& type, const std::vector<geometry::Point2>& points) {
    if (points.empty()) return expected("a list of [x, y]");
    if (type == "rectangle") {
        if (points.size() != 2 && points.size() != 4) return expected("2 or 4 corners of a rectangle");
        return around(geometry::boundsOf(points), true);
    }
    if (type == "oriented_rectangle" || type == "rotation") {
        if (points.size() != 4) return expected("4 corners of a turned box");
        return LabelmeShape{geometry::fromFourCorners(points), true};
    }
    if (type == "circle") {
        if (points.size() != 2) return expected("the centre and a point of the rim");
        return circle(points[0], points[1]);
    }
    const bool outline = (type == "polygon" || type == "quadrilateral") && points.size() >= 3;
    if (outline) return LabelmeShape{geometry::polygon(points), true};
    return around(geometry::boundsOf(points), false);
}

} // namespace rb::formats
