#include "core/formats/datasets/caption_json.h"
#include "core/formats/datasets/jsonl.h"
#include "core/formats/datasets/jsonl_shape.h"
#include "core/formats/extra_fields.h"

namespace rb::formats {
namespace {

Json captionsOf(const std::vector<CaptionRecord>& captions) {
    Json list = Json::array();
    for (const CaptionRecord& each : captions) list.push_back(captionJson(each));
    return list;
}

/// What each line of a picture begins with.
Json headOf(const PictureRecord& picture) {
    Json line{{"image", picture.path}};
    if (picture.width > 0) line["width"] = picture.width;
    if (picture.height > 0) line["height"] = picture.height;
    if (!picture.id.empty()) line["image_id"] = picture.id;
    if (!picture.split.empty()) line["split"] = picture.split;
    return line;
}

Json regionLine(Json line, const RegionRecord& region) {
    if (!region.id.empty()) line["id"] = region.id;
    addShape(line, region.shape);
    if (!region.label.empty()) line["label"] = region.label;
    if (region.score) line["score"] = *region.score;
    line["captions"] = captionsOf(region.captions);
    if (region.hidden) line["hidden"] = true;
    if (region.locked) line["locked"] = true;
    if (!region.extra.empty()) line["extra"] = objectOrText(region.extra);
    return line;
}

Json pictureLine(Json line, const PictureRecord& picture) {
    if (!picture.captions.empty()) line["captions"] = captionsOf(picture.captions);
    if (!picture.extra.empty()) line["extra"] = objectOrText(picture.extra);
    return line;
}

Status writePicture(const PictureRecord& picture, FileSink& sink) {
    const Json head = headOf(picture);
    if (!picture.captions.empty() || !picture.extra.empty() || picture.regions.empty())
        if (Status written = writeLine(pictureLine(head, picture), sink); !written.ok()) return written;
    for (const RegionRecord& region : picture.regions)
        if (Status written = writeLine(regionLine(head, region), sink); !written.ok()) return written;
    return {};
}

} // namespace

Status writeJsonl(const RecordSource& source, const WriteOptions&, OutputTree& output) {
    return output.file(output.stem() + ".jsonl", [&](FileSink& sink) {
        return source([&](const PictureRecord& picture) { return writePicture(picture, sink); });
    });
}

} // namespace rb::formats
