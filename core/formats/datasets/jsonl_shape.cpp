#include "core/formats/datasets/jsonl_shape.h"

#include <cmath>

namespace rb::formats {
namespace {

using geometry::Box2;
using geometry::Point2;
using geometry::Shape2;
using Kind = Shape2::Kind;

Box2 boxOfCorners(double left, double top, double right, double bottom) { return {left, top, right - left, bottom - top}; }

Json numbersOf(const Box2& box) { return {box.x, box.y, box.width, box.height}; }

Json pointsOf(const Shape2& shape) {
    Json points = Json::array();
    for (const Point2 point : shape.points) points.push_back({point.x, point.y});
    return points;
}

Box2 readBox(RecordFields& line) {
    const std::vector<double> corners = line.numbers("box_xyxy", 4);
    const Box2 box = boxOfCorners(corners[0], corners[1], corners[2], corners[3]);
    if (!line.has("box_xywh")) return box;
    // Somebody may have changed the corners alone.
    const Box2 exact = line.boxXywh("box_xywh");
    const auto same = [](double a, double b) { return std::abs(a - b) <= 1e-6; };
    const bool corner = same(exact.x, box.x) && same(exact.y, box.y);
    return corner && same(exact.width, box.width) && same(exact.height, box.height) ? exact : box;
}

std::optional<std::vector<Point2>> readPoints(const nlohmann::json& list) {
    std::vector<Point2> points;
    if (!list.is_array() || list.size() < 3) return std::nullopt;
    for (const nlohmann::json& each : list) {
        if (!each.is_array() || each.size() != 2 || !each[0].is_number() || !each[1].is_number()) return std::nullopt;
        points.push_back({each[0].get<double>(), each[1].get<double>()});
        if (!isCoordinate(points.back().x) || !isCoordinate(points.back().y)) return std::nullopt;
    }
    return points;
}

} // namespace

void addShape(Json& line, const Shape2& shape) {
    const Box2 box = geometry::boundsOf(shape);
    const double right = box.x + box.width, bottom = box.y + box.height;
    line["box_xyxy"] = {box.x, box.y, right, bottom};
    if (shape.kind == Kind::Box && boxOfCorners(box.x, box.y, right, bottom) != box) line["box_xywh"] = numbersOf(box);
    if (shape.kind == Kind::RotatedBox)
        line["shape"] = {{"kind", "rotated_box"}, {"box", numbersOf(shape.box)}, {"angle", shape.angle}};
    if (shape.kind == Kind::Polygon) line["shape"] = {{"kind", "polygon"}, {"points", pointsOf(shape)}};
}

Result<Shape2> readShape(RecordFields& line) {
    if (!line.has("shape")) {
        const Box2 box = readBox(line);
        if (!line.status().ok()) return line.status().error();
        return geometry::boxShape(box);
    }
    RecordFields fields(line.value("shape"), line.place() + ", shape");
    const std::string kind = fields.text("kind");
    Shape2 shape;
    if (kind == "rotated_box") shape = geometry::rotatedBox(fields.boxXywh("box"), fields.number("angle"));
    else if (kind == "box") shape = geometry::boxShape(fields.boxXywh("box"));
    else if (kind != "polygon") fields.refuse("kind", "box, rotated_box or polygon");
    else if (auto points = readPoints(fields.value("points"))) shape = geometry::polygon(std::move(*points));
    else fields.refuse("points", "three or more pairs of numbers");
    if (!fields.status().ok()) return fields.status().error();
    return shape;
}

} // namespace rb::formats
