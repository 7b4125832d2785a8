#include "core/formats/datasets/caption_json.h"
#include "core/formats/datasets/gathered_pictures.h"
#include "core/formats/datasets/jsonl.h"
#include "core/formats/datasets/jsonl_shape.h"
#include "core/formats/extra_fields.h"
#include "core/formats/json_lines.h"

namespace rb::formats {
namespace {

using nlohmann::json;

/// `extra`, and under our own name what has a key that is none of ours.
std::string extraOf(const RecordFields& fields) {
    static const std::vector<std::string> kKnown{"image",    "width",    "height",  "image_id", "split",    "id",
                                                 "box_xyxy", "box_xywh", "shape",   "label",    "category", "captions",
                                                 "caption",  "score",    "hidden",  "locked",   "extra"};
    const json unknown = fields.others(kKnown);
    const json& extra = fields.value("extra");
    if (unknown.empty()) return textOfObject(extra);
    json all = extra.is_object() ? extra : json::object();
    if (!extra.is_object() && !extra.is_null()) all["extra"] = extra;
    json& own = all[kJsonl];
    if (!own.is_object()) own = json::object();
    own.update(unknown);
    return compact(all);
}

Result<RegionRecord> regionOf(RecordFields& fields, std::vector<CaptionRecord> captions) {
    RegionRecord region;
    region.id = fields.id("id");
    Result<geometry::Shape2> shape = readShape(fields);
    if (!shape.ok()) return shape.error();
    region.shape = std::move(*shape);
    region.label = fields.id("label", fields.id("category"));
    region.score = fields.optionalNumber("score");
    region.captions = std::move(captions);
    region.hidden = fields.boolean("hidden", false);
    region.locked = fields.boolean("locked", false);
    region.extra = extraOf(fields);
    return region;
}

Status takeLine(int number, const json& line, GatheredPictures& pictures, LossTally& tally) {
    RecordFields fields(line, "line " + std::to_string(number));
    PictureRecord picture;
    picture.path = fields.path("image");
    picture.width = fields.side("width");
    picture.height = fields.side("height");
    picture.id = fields.id("image_id");
    picture.split = fields.text("split", {});
    if (!fields.status().ok()) return fields.status();
    Result<std::vector<CaptionRecord>> captions = readCaptions(fields);
    if (!captions.ok()) return captions.error();
    const bool isRegion = fields.has("box_xyxy") || fields.has("shape") || fields.has("id");
    tally.keep("regions", isRegion ? 1 : 0);
    tally.keep(isRegion ? "captions" : "picture captions", static_cast<int>(captions->size()));
    if (isRegion) {
        Result<RegionRecord> region = regionOf(fields, std::move(*captions));
        if (!region.ok()) return region.error();
        picture.regions.push_back(std::move(*region));
    } else {
        picture.captions = std::move(*captions);
        picture.extra = extraOf(fields);
    }
    return fields.status().ok() ? pictures.add(std::move(picture)) : fields.status();
}

} // namespace

Status readJsonl(const std::filesystem::path& path, const ReadOptions&, const RecordSink& sink, LossTally& tally) {
    GatheredPictures pictures(sink);
    const auto take = [&](int number, const json& line) { return takeLine(number, line, pictures, tally); };
    const Status read = readJsonLines(path, take);
    return read.ok() ? pictures.flush() : read;
}

} // namespace rb::formats
