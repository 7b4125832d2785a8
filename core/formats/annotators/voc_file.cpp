#include "core/formats/annotators/voc.h"
#include "core/formats/text_numbers.h"

#include <algorithm>
#include <numbers>

namespace rb::formats {
namespace fs = std::filesystem;

namespace {

Result<std::vector<double>> numbers(const XmlNode& node, std::initializer_list<const char*> keys, const std::string& path) {
    return numbersOf(node, keys, path, numberOfChild);
}

Result<geometry::Shape2> box(const XmlNode& node, bool fromOne, const std::string& path) {
    const Result<std::vector<double>> n = numbers(node, {"xmin", "ymin", "xmax", "ymax"}, path);
    if (!n.ok()) return n.error();
    // The maximum is the last pixel that belongs to the box, so that its end is its own number.
    const double first = fromOne ? 1 : 0;
    const double left = (*n)[0] - first, top = (*n)[1] - first;
    return geometry::boxShape({left, top, (*n)[2] - left, (*n)[3] - top});
}

Result<geometry::Shape2> turnedBox(const XmlNode& node, const std::string& path) {
    const Result<std::vector<double>> n = numbers(node, {"cx", "cy", "w", "h", "angle"}, path);
    if (!n.ok()) return n.error();
    const geometry::Box2 upright{(*n)[0] - (*n)[2] / 2, (*n)[1] - (*n)[3] / 2, (*n)[2], (*n)[3]};
    return geometry::rotatedBox(upright, (*n)[4] * 180 / std::numbers::pi);
}

/// x1, y1, x2, y2, … or <pt> with x and y: the numbers in their order are pairs.
void addNumbers(const XmlNode& node, std::vector<std::optional<double>>& values) {
    for (const XmlNode& each : node.children) {
        if (each.children.empty()) values.push_back(coordinateIn(each.text));
        else addNumbers(each, values);
    }
}

Result<geometry::Shape2> outline(const XmlNode& node, const std::string& path) {
    std::vector<std::optional<double>> values;
    addNumbers(node, values);
    const bool whole = values.size() >= 6 && values.size() % 2 == 0 &&
                       std::all_of(values.begin(), values.end(), [](const auto& each) { return each.has_value(); });
    if (!whole)
        return Error{ErrorCode::FileInvalid,
                     path + ", line " + std::to_string(node.line) + ": <polygon> must hold three or more pairs of numbers."};
    std::vector<geometry::Point2> points;
    for (std::size_t i = 0; i < values.size(); i += 2) points.push_back({*values[i], *values[i + 1]});
    return geometry::polygon(std::move(points));
}

} // namespace

Result<XmlNode> vocAnnotation(const fs::path& file) {
    constexpr std::uintmax_t kLargest = std::uintmax_t{64} << 20;
    std::error_code error;
    if (fs::file_size(file, error) > kLargest && !error)
        return Error{ErrorCode::TooLarge, file.string() + " is larger than the 64 MiB that are read of one picture's file."};
    XmlFile xml(file);
    if (!xml.enter("annotation")) return xml.status().error();
    XmlNode node = xml.take();
    if (!xml.status().ok()) return xml.status().error();
    return node;
}

void addVocEvidence(const XmlNode& annotation, VocOriginEvidence& evidence) {
    if (annotation.child(kVocOrigin)) return;
    const XmlNode* size = annotation.child("size");
    for (const XmlNode& object : annotation.children) {
        const XmlNode* bounds = object.name == "object" ? object.child("bndbox") : nullptr;
        if (!bounds) continue;
        for (const auto& [least, most, side] : {std::tuple("xmin", "xmax", "width"), std::tuple("ymin", "ymax", "height")}) {
            const std::optional<double> first = coordinateIn(bounds->textOf(least)), last = coordinateIn(bounds->textOf(most));
            evidence.belowOne = evidence.belowOne || (first && *first < 1);
            evidence.touchesEnd = evidence.touchesEnd || (size && last && last == coordinateIn(size->textOf(side)));
        }
    }
}

Result<geometry::Shape2> vocShape(const XmlNode& object, bool fromOne, const std::string& path) {
    // Some programs write the elements of every kind, empty where they say nothing.
    if (const XmlNode* polygon = object.child("polygon"); polygon && !polygon->children.empty()) return outline(*polygon, path);
    if (const XmlNode* turned = object.child("robndbox"); turned && !turned->children.empty()) return turnedBox(*turned, path);
    if (const XmlNode* bounds = object.child("bndbox")) return box(*bounds, fromOne, path);
    return Error{ErrorCode::FileInvalid,
                 path + ", line " + std::to_string(object.line) + ": <object> must hold a <bndbox>, but has none."};
}

} // namespace rb::formats
