#include "core/formats/annotators/annotators.h"
#include "core/formats/annotators/labelme.h"
#include "core/formats/annotators/labelme_json.h"
#include "core/formats/annotators/labelme_shape.h"
#include "core/formats/extra_fields.h"
#include "core/formats/file_bytes.h"
#include "core/formats/file_names.h"
#include "core/formats/json_list.h"
#include "core/formats/picture_files.h"

#include <cmath>
#include <numbers>

namespace rb::formats {
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

using geometry::Shape2;

struct Drawn {
    std::string type;
    json points;
    double direction = 0; ///< radians, of X-AnyLabeling's turned boxes
};

Drawn drawn(const Shape2& shape, bool isXAnyLabeling) {
    const std::vector<geometry::Point2> corners = geometry::cornersOf(shape);
    if (shape.kind == Shape2::Kind::Polygon) return {"polygon", labelmePoints(corners)};
    if (shape.kind == Shape2::Kind::Box)
        return {"rectangle", labelmePoints(isXAnyLabeling ? corners : std::vector{corners[0], corners[2]})};
    const double turn = std::fmod(shape.angle + 360, 360) * std::numbers::pi / 180;
    return {isXAnyLabeling ? "rotation" : "oriented_rectangle", labelmePoints(corners), turn};
}

// A circle or mask from a file of labelme goes back as it was, unless its box was changed since.
std::optional<Drawn> original(const Shape2& shape, const json& extra) {
    const json kept = extraValue(extra, kOriginal, json::object());
    const std::string type = extraValue(kept, "shape_type", "");
    const std::optional<std::vector<geometry::Point2>> points = labelmePoints(extraValue(kept, "points", json::array()));
    if (!points) return std::nullopt;
    const Result<LabelmeShape> was = labelmeShape(type, *points);
    if (!was.ok() || was->shape != shape) return std::nullopt;
    return Drawn{type, labelmePoints(*points)};
}

void addCaptions(Json& entry, const std::vector<CaptionRecord>& captions) {
    entry["description"] = captions.empty() ? "" : captions.front().text;
    if (captions.size() < 2) return;
    entry["captions"] = Json::array();
    for (const CaptionRecord& each : captions) entry["captions"].push_back(each.text);
}

/// Adds what a reader kept, but never over what the record says.
void addExtra(Json& entry, const json& extra) {
    for (const auto& [key, value] : extra.items())
        if (key != kOriginal && key != "imageData" && (!entry.contains(key) || entry[key].empty())) entry[key] = value;
}

Json shapeEntry(const RegionRecord& region, bool isXAnyLabeling) {
    json extra = ownExtra(region.extra, kLabelme);
    const std::optional<Drawn> was = original(region.shape, extra);
    if (!was) extra.erase("mask");
    const Drawn now = was ? *was : drawn(region.shape, isXAnyLabeling);
    Json entry{{"label", region.label}};
    if (region.score || isXAnyLabeling) entry["score"] = region.score ? Json(*region.score) : Json();
    entry["points"] = now.points;
    entry["group_id"] = nullptr;
    addCaptions(entry, region.captions);
    if (isXAnyLabeling) entry["difficult"] = extraValue(extra, "difficult", false);
    entry["shape_type"] = now.type;
    entry["flags"] = Json::object();
    if (isXAnyLabeling) entry["attributes"] = Json::object();
    if (isXAnyLabeling && now.type == "rotation") entry["direction"] = now.direction;
    if (!isXAnyLabeling) entry["mask"] = nullptr;
    addExtra(entry, extra);
    return entry;
}

Json side(int pixels) { return pixels > 0 ? Json(pixels) : Json(); }

Json pictureEntry(const PictureRecord& picture, bool isXAnyLabeling) {
    const json extra = ownExtra(picture.extra, kLabelme);
    Json entry{{"version", extraValue(extra, "version", isXAnyLabeling ? "2.5.0" : "5.5.0")}, {"flags", Json::object()}};
    entry["shapes"] = Json::array();
    for (const RegionRecord& each : picture.regions) entry["shapes"].push_back(shapeEntry(each, isXAnyLabeling));
    if (!picture.captions.empty()) addCaptions(entry, picture.captions);
    entry["imagePath"] = fs::path(picture.path).filename().string();
    entry["imageData"] = nullptr;
    entry["imageHeight"] = side(picture.height);
    entry["imageWidth"] = side(picture.width);
    addExtra(entry, extra);
    return entry;
}

} // namespace

Status writeLabelme(const RecordSource& source, const WriteOptions& options, OutputTree& output) {
    const Result<std::string> dialect = dialectOf(labelmeFormat(), options.dialect);
    if (!dialect.ok()) return dialect.error();
    const bool isXAnyLabeling = *dialect == kXAnyLabeling;
    return source([&](const PictureRecord& picture) -> Status {
        const std::string text = pictureEntry(picture, isXAnyLabeling).dump(2, ' ', false, Json::error_handler_t::replace);
        if (Status written = output.file(pathWithoutSuffix(picture.path) + ".json", text); !written.ok()) return written;
        return options.copyPictures ? copyPicture(picture, picture.path, output) : Status();
    });
}

} // namespace rb::formats
