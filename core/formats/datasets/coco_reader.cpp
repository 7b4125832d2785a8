#include "core/formats/datasets/caption_json.h"
#include "core/formats/datasets/coco.h"
#include "core/formats/datasets/coco_box_id.h"
#include "core/formats/datasets/coco_region.h"
#include "core/formats/datasets/gathered_pictures.h"
#include "core/formats/datasets/record_ids.h"
#include "core/formats/json_head.h"
#include "core/formats/json_records.h"

#include <unordered_set>

namespace rb::formats {
namespace {

using nlohmann::json;

/// Turns annotations into records; the tables must be complete.
class AnnotationReader {
public:
    AnnotationReader(const CocoTables& tables, const RecordSink& sink, LossTally& tally)
        : m_tables(tables), m_pictures(sink), m_tally(tally) {}

    Status take(const std::string& list, const json& entry);
    Status finish() { return m_pictures.flush(); }
    bool sawAny() const { return m_count > 0; }

private:
    Result<CocoTables::Image> imageOf(const std::string& id, const std::string& picture, bool result,
                                      const std::string& place) const;
    Status takeCaption(RecordFields& fields, const std::optional<CocoBoxId>& box, PictureRecord picture,
                       const std::string& imageId);
    Status takeRegion(RecordFields& fields, PictureRecord picture);

    const CocoTables& m_tables;
    GatheredPictures m_pictures;
    LossTally& m_tally;
    std::size_t m_count = 0;
};

Result<CocoTables::Image> AnnotationReader::imageOf(const std::string& id, const std::string& picture, bool result,
                                                    const std::string& place) const {
    const CocoTables::Image* image = m_tables.image(id);
    if (!image) image = m_tables.image(picture);
    if (image) return *image;
    if (!result) return CocoTables::Image{};
    Result<std::string> path = pathOfPictureId(picture, place);
    if (!path.ok()) return path.error();
    return CocoTables::Image{picture, std::move(*path)};
}

Status AnnotationReader::take(const std::string& list, const json& entry) {
    const bool result = list.empty();
    if (!result && list != "annotations") return {};
    RecordFields fields(entry, (result ? "result " : "annotation ") + std::to_string(++m_count));
    const std::string id = fields.id("image_id");
    if (id.empty()) fields.refuse("image_id", "a number or a text");
    if (!fields.status().ok()) return fields.status();
    const std::optional<CocoBoxId> box = parseCocoBoxId(id);
    const Result<CocoTables::Image> image = imageOf(id, box ? box->image : id, result, fields.place());
    if (!image.ok()) return image.error();
    const bool region = !result && (fields.has("bbox") || fields.has("segmentation") || !fields.has("caption"));
    if (image->path.empty()) {
        m_tally.drop(region ? "regions" : "captions", "their image_id names no image of the file");
        return {};
    }
    return region ? takeRegion(fields, pictureOf(*image)) : takeCaption(fields, box, pictureOf(*image), id);
}

Status AnnotationReader::takeCaption(RecordFields& fields, const std::optional<CocoBoxId>& box, PictureRecord picture,
                                     const std::string& imageId) {
    CaptionRecord caption = textCaption(fields.text("caption"));
    if (!fields.status().ok()) return fields.status();
    m_tally.keep(box ? "captions" : "picture captions");
    if (!box) {
        picture.captions.push_back(std::move(caption));
        return m_pictures.add(std::move(picture));
    }
    RegionRecord region;
    region.id = imageId;
    region.shape = geometry::boxShape(box->box);
    region.captions.push_back(std::move(caption));
    picture.regions.push_back(std::move(region));
    return m_pictures.add(std::move(picture), imageId);
}

Status AnnotationReader::takeRegion(RecordFields& fields, PictureRecord picture) {
    RegionRecord region = cocoRegion(fields, m_tables, m_tally);
    Result<std::vector<CaptionRecord>> captions = readCaptions(fields);
    if (!fields.status().ok()) return fields.status();
    if (!captions.ok()) return captions.error();
    region.captions = std::move(*captions);
    m_tally.keep("captions", static_cast<int>(region.captions.size()));
    picture.regions.push_back(std::move(region));
    return m_pictures.add(std::move(picture));
}

/// Captions of whole pictures, from the file that writeCoco() puts beside the regions.
Status readTwin(const std::filesystem::path& path, const CocoTables& tables, const RecordSink& sink, LossTally& tally) {
    AnnotationReader reader(tables, sink, tally);
    std::unordered_set<std::string> same; // a file that only happens to have this name speaks of other pictures
    const Status read = readJsonRecords(path, [&](const std::string& list, const json& entry) -> Status {
        RecordFields fields(entry, "image");
        const CocoTables::Image* image = list == "images" ? tables.image(fields.id("id")) : nullptr;
        if (image && fields.value("file_name") == image->path) same.insert(image->id);
        if (list != "annotations" || fields.has("bbox") || !same.contains(fields.id("image_id"))) return {};
        return reader.take(list, entry);
    });
    return read.ok() ? reader.finish() : read;
}

std::filesystem::path twinOf(const std::filesystem::path& path) {
    return path.parent_path() / (path.stem().string() + kCocoTwin);
}

} // namespace

/// Whether the file has the form at all, for one without any entry.
static bool isEmptyCoco(const std::filesystem::path& path) {
    const JsonHead head = jsonHead(path);
    return head.has("annotations") || head.top == JsonHead::Top::List;
}

Status readCoco(const std::filesystem::path& path, const ReadOptions&, const RecordSink& sink, LossTally& tally) {
    // Annotations may come before the images and categories that they refer to.
    const Result<CocoTables> tables = readCocoTables(path, sink);
    if (!tables.ok()) return tables.error();
    AnnotationReader reader(*tables, sink, tally);
    const auto take = [&](const std::string& list, const json& entry) { return reader.take(list, entry); };
    if (Status read = readJsonRecords(path, take); !read.ok()) return read;
    if (tables->size() == 0 && !reader.sawAny() && !isEmptyCoco(path))
        return Error{ErrorCode::FileInvalid,
                     path.string() + ": images and annotations, or a list of results, were expected, but it holds neither."};
    if (Status finished = reader.finish(); !finished.ok()) return finished;
    std::error_code ignored;
    const std::filesystem::path twin = twinOf(path);
    return std::filesystem::is_regular_file(twin, ignored) ? readTwin(twin, *tables, sink, tally) : Status();
}

} // namespace rb::formats
