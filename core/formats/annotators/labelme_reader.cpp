#include "core/formats/annotators/labelme.h"
#include "core/formats/annotators/labelme_json.h"
#include "core/formats/annotators/labelme_shape.h"
#include "core/formats/extra_fields.h"
#include "core/formats/picture_files.h"
#include "core/formats/record_fields.h"

namespace rb::formats {
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

// labelme keeps "captions" as it is when a person edits the description: the description is newer.
std::vector<CaptionRecord> captionsOf(RecordFields& fields) {
    std::vector<CaptionRecord> captions;
    for (const json& each : fields.has("captions") ? fields.value("captions") : json::array()) {
        if (!each.is_string()) fields.refuse("captions", "a list of texts");
        else if (!each.get_ref<const std::string&>().empty()) captions.emplace_back().text = each.get<std::string>();
    }
    const std::string description = fields.text("description", "");
    if (!description.empty() && captions.empty()) captions.emplace_back();
    if (!description.empty()) captions.front().text = description;
    return captions;
}

json without(json object, std::initializer_list<const char*> known) {
    for (const char* key : known) object.erase(key);
    for (auto each = object.begin(); each != object.end();) each = each->empty() ? object.erase(each) : std::next(each);
    return object;
}

Status readShape(const json& given, const std::string& place, PictureRecord& picture, LossTally& tally) {
    RecordFields fields(given, place);
    RegionRecord region;
    region.label = fields.text("label", "");
    const std::string type = fields.text("shape_type", "polygon");
    const std::optional<std::vector<geometry::Point2>> points = labelmePoints(fields.value("points"));
    const Result<LabelmeShape> shape = labelmeShape(type, points.value_or(std::vector<geometry::Point2>()));
    if (!shape.ok()) fields.refuse("points", shape.error().message);
    region.captions = captionsOf(fields);
    region.score = fields.optionalNumber("score");
    if (!fields.status().ok()) return fields.status();
    region.shape = shape->shape;
    json extra = without(given, {"label", "points", "shape_type", "description", "captions", "score", "direction"});
    if (!shape->exact) extra[kOriginal] = {{"shape_type", type}, {"points", given["points"]}};
    region.extra = extraUnder(kLabelme, extra);
    tally.keep("regions", shape->exact ? 1 : 0);
    tally.change("regions", "circles, masks, lines and points become the boxes around them", shape->exact ? 0 : 1);
    picture.regions.push_back(std::move(region));
    return {};
}

Status readShapes(const json& shapes, const std::string& file, PictureRecord& picture, LossTally& tally) {
    for (std::size_t i = 0; i < shapes.size(); ++i)
        if (Status read = readShape(shapes[i], file + ", shape " + std::to_string(i + 1), picture, tally); !read.ok())
            return read;
    return {};
}

Status readFile(const fs::path& root, const fs::path& file, const ReadOptions& options, const RecordSink& sink,
                LossTally& tally) {
    const Result<json> parsed = labelmeJson(file);
    if (!parsed.ok()) return parsed.error();
    RecordFields fields(*parsed, file.string());
    if (!fields.value("shapes").is_array()) fields.refuse("shapes", "a list");
    PictureRecord picture;
    picture.width = fields.side("imageWidth");
    picture.height = fields.side("imageHeight");
    const std::string imagePath = fields.text("imagePath");
    picture.captions = captionsOf(fields);
    if (!fields.status().ok()) return fields.status();
    const Result<LabelmePicture> place = labelmePicture(root, file, imagePath);
    if (!place.ok()) return place.error();
    picture.path = place->path;
    picture.file = findPicture({options.media.empty() ? place->folder : options.media}, picture.path);
    picture.extra =
        extraUnder(kLabelme, without(*parsed, {"shapes", "imagePath", "imageWidth", "imageHeight", "description", "captions"}));
    if (Status read = readShapes(fields.value("shapes"), file.string(), picture, tally); !read.ok()) return read;
    return sink(std::move(picture));
}

} // namespace

Status readLabelme(const fs::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally) {
    if (!isFolder(path)) return readFile(path.parent_path(), path, options, sink, tally);
    bool any = false;
    for (const fs::path& file : filesBelow(path, {".json"})) {
        if (!looksLikeLabelme(file)) continue;
        any = true;
        if (Status read = readFile(path, file, options, sink, tally); !read.ok()) return read;
    }
    if (any) return {};
    return Error{ErrorCode::FileInvalid, path.string() + " was expected to hold labelme's JSON files, but there is none."};
}

} // namespace rb::formats
