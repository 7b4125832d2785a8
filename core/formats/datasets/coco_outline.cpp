#include "core/formats/datasets/coco_outline.h"

#include "core/formats/datasets/rle.h"

#include <algorithm>
#include <cmath>

namespace rb::formats {
namespace {

using geometry::Box2;
using geometry::Point2;
using geometry::Shape2;
using nlohmann::json;
using Polygons = std::vector<std::vector<Point2>>;

constexpr double kSame = 1e-6;   ///< pixels by which a sum of floats is off
constexpr double kRounded = 1;   ///< pixels by which data sets round boxes

/// Nothing when it is no even list of coordinates.
std::optional<std::vector<Point2>> pointsOf(const json& flat) {
    std::vector<Point2> points;
    if (!flat.is_array() || flat.size() % 2 != 0) return std::nullopt;
    for (std::size_t i = 0; i < flat.size(); i += 2) {
        if (!flat[i].is_number() || !flat[i + 1].is_number()) return std::nullopt;
        points.push_back({flat[i].get<double>(), flat[i + 1].get<double>()});
        if (!isCoordinate(points.back().x) || !isCoordinate(points.back().y)) return std::nullopt;
    }
    return points;
}

Polygons polygonsOf(RecordFields& fields) {
    const json& list = fields.value("segmentation");
    Polygons polygons;
    const auto take = [&](const json& flat) {
        std::optional<std::vector<Point2>> points = pointsOf(flat);
        if (!points) fields.refuse("segmentation", "lists of x, y, x, y, …, or a mask");
        else if (!points->empty()) polygons.push_back(std::move(*points));
    };
    if (!list.is_array() && !list.is_null()) fields.refuse("segmentation", "a list of polygons, or a mask");
    if (!list.is_array() || list.empty()) return polygons;
    // Some write the one polygon without the list around it.
    if (list[0].is_number()) take(list);
    else
        for (const json& each : list) take(each);
    return polygons;
}

bool agree(const Box2& a, const Box2& b, double tolerance) {
    const auto near = [&](double left, double right) { return std::abs(left - right) <= tolerance; };
    const bool begin = near(a.x, b.x) && near(a.y, b.y);
    return begin && near(a.x + a.width, b.x + b.width) && near(a.y + a.height, b.y + b.height);
}

/// Whether the points are the box's four corners in either sense of turning.
bool isRectangle(const std::vector<Point2>& points, const Box2& box) {
    if (points.size() != 4 || !agree(geometry::boundsOf(points), box, kSame)) return false;
    const auto onCorner = [&](Point2 point) {
        const double toRight = std::min(std::abs(point.x - box.x), std::abs(point.x - box.x - box.width));
        const double toBottom = std::min(std::abs(point.y - box.y), std::abs(point.y - box.y - box.height));
        return toRight <= kSame && toBottom <= kSame;
    };
    // The diagonals of a rectangle meet in their middles.
    const double apartX = points[0].x + points[2].x - points[1].x - points[3].x;
    const double apartY = points[0].y + points[2].y - points[1].y - points[3].y;
    return std::all_of(points.begin(), points.end(), onCorner) && std::abs(apartX) + std::abs(apartY) <= 4 * kSame;
}

/// The turned box that our own key names, where the polygon still is that box.
std::optional<Shape2> turnedBox(RecordFields& fields, const std::vector<Point2>& points) {
    if (!fields.has(kCocoRotatedBox) || points.size() != 4) return std::nullopt;
    const std::vector<double> numbers = fields.numbers(kCocoRotatedBox, 5);
    const Shape2 turned = geometry::rotatedBox({numbers[0], numbers[1], numbers[2], numbers[3]}, numbers[4]);
    const std::vector<Point2> corners = geometry::cornersOf(turned);
    for (std::size_t i = 0; i < corners.size(); ++i)
        if (std::hypot(corners[i].x - points[i].x, corners[i].y - points[i].y) > 1e-3) return std::nullopt;
    return turned;
}

CocoOutline withoutBox(RecordFields& fields, const Polygons& polygons) {
    if (fields.value("segmentation").is_object()) {
        const Result<Mask> mask = decodeRle(fields.value("segmentation"), fields.place());
        if (mask.ok()) return {geometry::boxShape(boundsOf(*mask)), true};
        fields.refuse("segmentation", "a valid mask where there is no bbox");
    }
    std::vector<Point2> all;
    for (const std::vector<Point2>& each : polygons) all.insert(all.end(), each.begin(), each.end());
    if (all.empty()) fields.refuse("bbox", "a list of 4 numbers");
    if (polygons.size() == 1 && all.size() >= 3) return {geometry::polygon(std::move(all))};
    return {geometry::boxShape(geometry::boundsOf(all)), true};
}

} // namespace

CocoOutline cocoOutline(RecordFields& fields) {
    const bool mask = fields.value("segmentation").is_object();
    Polygons polygons = mask ? Polygons() : polygonsOf(fields);
    if (!fields.has("bbox")) return withoutBox(fields, polygons);
    const Box2 box = fields.boxXywh("bbox");
    if (!mask && polygons.empty()) return {geometry::boxShape(box)};
    if (polygons.size() != 1 || polygons[0].size() < 3) return {geometry::boxShape(box), true};
    std::vector<Point2>& points = polygons.front();
    if (isRectangle(points, box)) return {geometry::boxShape(box)};
    if (std::optional<Shape2> turned = turnedBox(fields, points)) return {std::move(*turned)};
    const Box2 bounds = geometry::boundsOf(points);
    if (!agree(bounds, box, kRounded)) return {geometry::boxShape(box), true};
    return {geometry::polygon(std::move(points)), false, !agree(bounds, box, kSame)};
}

} // namespace rb::formats
