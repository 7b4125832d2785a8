#include "core/formats/annotators/cvat_shape.h"

#include "core/formats/text_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rb::formats {
namespace {

using geometry::Point2;
using geometry::Shape2;

Result<std::vector<double>> numbers(const XmlNode& node, std::initializer_list<const char*> keys, const std::string& path) {
    return numbersOf(node, keys, path, numberOfAttribute);
}

Error refusal(const XmlNode& node, const std::string& path, const std::string& sentence) {
    return {ErrorCode::FileInvalid, path + ", line " + std::to_string(node.line) + ": " + sentence};
}

Result<Shape2> turnable(const geometry::Box2& box, const XmlNode& node, const std::string& path) {
    if (!node.attribute("rotation")) return geometry::boxShape(box);
    const Result<double> angle = numberOfAttribute(node, "rotation", path);
    if (!angle.ok()) return angle.error();
    return *angle == 0 ? geometry::boxShape(box) : geometry::rotatedBox(box, *angle);
}

Result<CvatShape> readBox(const XmlNode& node, const std::string& path) {
    const Result<std::vector<double>> n = numbers(node, {"xtl", "ytl", "xbr", "ybr"}, path);
    if (!n.ok()) return n.error();
    const Result<Shape2> shape = turnable({(*n)[0], (*n)[1], (*n)[2] - (*n)[0], (*n)[3] - (*n)[1]}, node, path);
    if (!shape.ok()) return shape.error();
    return CvatShape{*shape, true, 0};
}

Result<CvatShape> readEllipse(const XmlNode& node, const std::string& path) {
    const Result<std::vector<double>> n = numbers(node, {"cx", "cy", "rx", "ry"}, path);
    if (!n.ok()) return n.error();
    const Result<Shape2> shape = turnable({(*n)[0] - (*n)[2], (*n)[1] - (*n)[3], 2 * (*n)[2], 2 * (*n)[3]}, node, path);
    if (!shape.ok()) return shape.error();
    return CvatShape{*shape, false, 0};
}

Result<CvatShape> readCuboid(const XmlNode& node, const std::string& path) {
    const Result<std::vector<double>> n = numbers(node,
                                                  {"xtl1", "ytl1", "xbl1", "ybl1", "xtr1", "ytr1", "xbr1", "ybr1", "xtl2", "ytl2",
                                                   "xbl2", "ybl2", "xtr2", "ytr2", "xbr2", "ybr2"},
                                                  path);
    if (!n.ok()) return n.error();
    std::vector<Point2> corners;
    for (std::size_t i = 0; i < n->size(); i += 2) corners.push_back({(*n)[i], (*n)[i + 1]});
    return CvatShape{geometry::boxShape(geometry::boundsOf(corners)), false, 0};
}

Result<CvatShape> readPoints(const XmlNode& node, const std::string& path) {
    const std::string* text = node.attribute("points");
    std::vector<Point2> points;
    for (std::string_view pair : parts(text ? *text : std::string_view(), ';')) {
        const std::size_t comma = pair.find(',');
        const auto x = coordinateIn(pair.substr(0, comma));
        const auto y = coordinateIn(comma == std::string_view::npos ? std::string_view() : pair.substr(comma + 1));
        if (!x || !y)
            return refusal(node, path,
                           "points must be \"x,y;x,y\", but \"" + std::string(pair.substr(0, 40)) + "\" is among them.");
        points.push_back({*x, *y});
    }
    if (points.empty()) return refusal(node, path, "points of <" + node.name + "> must be \"x,y;x,y\", but there are none.");
    if (node.name == "polygon" && points.size() >= 3) return CvatShape{geometry::polygon(points), true, 0};
    return CvatShape{geometry::boxShape(geometry::boundsOf(points)), false, 0};
}

Result<CvatShape> readMask(const XmlNode& node, const std::string& path) {
    const Result<std::vector<double>> n = numbers(node, {"left", "top", "width", "height"}, path);
    if (!n.ok()) return n.error();
    const double width = (*n)[2], height = (*n)[3];
    constexpr double kLongest = 1e6;
    const bool isSize = width >= 0 && height >= 0 && width <= kLongest && height <= kLongest && std::trunc(width) == width &&
                        std::trunc(height) == height;
    if (!isSize) return refusal(node, path, "a mask's width and height must be whole numbers up to 1000000.");
    const std::string* runs = node.attribute("rle");
    const Result<std::int64_t> pixels =
        cvatMaskPixels(runs ? *runs : std::string_view(), static_cast<std::int64_t>(width) * static_cast<std::int64_t>(height));
    if (!pixels.ok()) return refusal(node, path, pixels.error().message);
    return CvatShape{geometry::boxShape({(*n)[0], (*n)[1], width, height}), false, *pixels};
}

using ShapeReader = Result<CvatShape> (*)(const XmlNode&, const std::string&);
constexpr std::array<std::pair<std::string_view, ShapeReader>, 7> kReaders{{
    {"box", readBox}, {"ellipse", readEllipse}, {"cuboid", readCuboid}, {"mask", readMask},
    {"polygon", readPoints}, {"polyline", readPoints}, {"points", readPoints},
}};

ShapeReader readerOf(const std::string& name) {
    const auto found = std::find_if(kReaders.begin(), kReaders.end(), [&](const auto& each) { return each.first == name; });
    return found == kReaders.end() ? nullptr : found->second;
}

} // namespace

Result<std::int64_t> cvatMaskPixels(std::string_view runs, std::int64_t boxPixels) {
    std::int64_t all = 0, set = 0;
    bool isSet = false;
    for (std::string_view each : parts(runs, ',')) {
        const std::optional<std::int64_t> run = wholeNumberIn(each);
        if (!run || *run < 0 || *run > boxPixels - all)
            return Error{ErrorCode::FileInvalid,
                         "the runs of a mask must fill its box, but \"" + std::string(each.substr(0, 40)) + "\" does not fit."};
        all += *run;
        if (isSet) set += *run;
        isSet = !isSet;
    }
    if (all == boxPixels) return set;
    return Error{ErrorCode::FileInvalid, "the runs of a mask must fill its box of " + std::to_string(boxPixels) +
                                             " pixels, but fill " + std::to_string(all) + "."};
}

Result<CvatShape> cvatShape(const XmlNode& node, const std::string& path) {
    const ShapeReader read = readerOf(node.name);
    return read ? read(node, path) : Result<CvatShape>(refusal(node, path, "<" + node.name + "> is no shape of CVAT."));
}

bool isCvatShape(const std::string& name) { return readerOf(name) != nullptr; }

bool isCvatGeometry(const std::string& attribute) {
    static const std::array<std::string_view, 31> kKeys{
        "xtl", "ytl", "xbr", "ybr", "rotation", "cx", "cy", "rx", "ry", "points", "rle", "left", "top", "width", "height", "xtl1",
        "ytl1", "xbl1", "ybl1", "xtr1", "ytr1", "xbr1", "ybr1", "xtl2", "ytl2", "xbl2", "ybl2", "xtr2", "ytr2", "xbr2", "ybr2"};
    return std::find(kKeys.begin(), kKeys.end(), attribute) != kKeys.end();
}

XmlNode cvatNode(const geometry::Shape2& shape) {
    XmlNode node;
    node.name = shape.kind == Shape2::Kind::Polygon ? "polygon" : "box";
    if (shape.kind == Shape2::Kind::Polygon) {
        std::string points;
        for (const Point2& each : shape.points) points += (points.empty() ? "" : ";") + shortest(each.x) + "," + shortest(each.y);
        node.attributes = {{"points", points}};
        return node;
    }
    const geometry::Box2& box = shape.box;
    node.attributes = {{"xtl", shortest(box.x)},
                       {"ytl", shortest(box.y)},
                       {"xbr", shortest(box.x + box.width)},
                       {"ybr", shortest(box.y + box.height)}};
    if (shape.kind == Shape2::Kind::RotatedBox)
        node.attributes.emplace_back("rotation", shortest(std::fmod(shape.angle + 360, 360)));
    return node;
}

} // namespace rb::formats
