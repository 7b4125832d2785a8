#include "core/formats/datasets/coco.h"
#include "core/formats/datasets/coco_outline.h"
#include "core/formats/datasets/coco_region.h"
#include "core/formats/datasets/record_ids.h"
#include "core/formats/extra_fields.h"

#include <unordered_map>

namespace rb::formats {
namespace {

using Kind = geometry::Shape2::Kind;

/// Gives each category its id, from 1, in the order of first use.
class Categories {
public:
    int idOf(const std::string& label) {
        const std::string name = label.empty() ? kNoLabel : label;
        const auto [known, isNew] = m_ids.emplace(name, static_cast<int>(m_ids.size()) + 1);
        if (isNew) m_names.push_back(name);
        return known->second;
    }
    Status write(JsonList& list) const {
        for (std::size_t i = 0; i < m_names.size(); ++i)
            if (Status added = list.add({{"id", i + 1}, {"name", m_names[i]}, {"supercategory", ""}}); !added.ok()) return added;
        return list.end();
    }

private:
    std::unordered_map<std::string, int> m_ids;
    std::vector<std::string> m_names;
};

Json segmentationOf(const geometry::Shape2& shape) {
    if (shape.kind == Kind::Box) return Json::array();
    Json flat = Json::array();
    for (const geometry::Point2 point : geometry::cornersOf(shape)) {
        flat.push_back(point.x);
        flat.push_back(point.y);
    }
    return Json::array({std::move(flat)});
}

void addTexts(Json& entry, const std::vector<CaptionRecord>& captions) {
    Json texts = Json::array();
    for (const CaptionRecord& each : captions) texts.push_back(each.text);
    entry["caption"] = texts.empty() ? Json("") : texts.front();
    entry["captions"] = std::move(texts);
}

// An outline that was kept beside its box is of no use when the box was moved since.
void addExtra(Json& entry, const RegionRecord& region) {
    const nlohmann::json extra = ownExtra(region.extra, kCoco);
    const bool outlined = extra.contains("segmentation");
    const bool kept = outlined && region.shape.kind == Kind::Box && Json(extra.value("bbox", nlohmann::json())) == entry["bbox"];
    if (kept || !outlined)
        for (const char* key : {"area", "segmentation", "iscrowd"})
            if (extra.contains(key)) entry[key] = extra[key];
    addFields(entry, extra);
}

Json annotationEntry(std::int64_t id, std::int64_t image, int category, const RegionRecord& region) {
    const geometry::Box2 box = geometry::boundsOf(region.shape);
    Json entry{{"id", id}, {"image_id", image}, {"category_id", category}};
    entry["bbox"] = {box.x, box.y, box.width, box.height};
    entry["area"] = geometry::areaOf(region.shape);
    entry["segmentation"] = segmentationOf(region.shape);
    entry["iscrowd"] = 0;
    addTexts(entry, region.captions);
    if (region.score) entry["score"] = *region.score;
    const geometry::Box2& turned = region.shape.box;
    if (region.shape.kind == Kind::RotatedBox)
        entry[kCocoRotatedBox] = {turned.x, turned.y, turned.width, turned.height, region.shape.angle};
    addExtra(entry, region);
    return entry;
}

Status writeImages(const RecordSource& source, const OwnIds& own, FileSink& sink) {
    JsonList list(sink);
    IdCounter ids(own.ofPictures);
    const Status status = source([&](const PictureRecord& picture) -> Status {
        Json entry = cocoImage(ids.next(picture.id), picture);
        addFields(entry, ownExtra(picture.extra, kCoco));
        return list.add(entry);
    });
    return status.ok() ? list.end() : status;
}

Status writeAnnotations(const RecordSource& source, const OwnIds& own, FileSink& sink, Categories& categories) {
    JsonList list(sink);
    IdCounter pictures(own.ofPictures), regions(own.ofRegions);
    const Status status = source([&](const PictureRecord& picture) -> Status {
        const std::int64_t image = pictures.next(picture.id);
        for (const RegionRecord& region : picture.regions) {
            const Json entry = annotationEntry(regions.next(region.id), image, categories.idOf(region.label), region);
            if (Status added = list.add(entry); !added.ok()) return added;
        }
        return {};
    });
    return status.ok() ? list.end() : status;
}

Status writeInstances(const RecordSource& source, const OwnIds& own, FileSink& sink) {
    if (Status head = sink.write("{\"info\": {}, \"licenses\": [], \"images\": "); !head.ok()) return head;
    if (Status written = writeImages(source, own, sink); !written.ok()) return written;
    if (Status key = sink.write(",\n\"annotations\": "); !key.ok()) return key;
    Categories categories;
    if (Status written = writeAnnotations(source, own, sink, categories); !written.ok()) return written;
    if (Status key = sink.write(",\n\"categories\": "); !key.ok()) return key;
    JsonList names(sink);
    if (Status written = categories.write(names); !written.ok()) return written;
    return sink.write("}\n");
}

} // namespace

Json cocoImage(const Json& id, const PictureRecord& picture) {
    Json entry{{"id", id}};
    if (picture.width > 0) entry["width"] = picture.width;
    if (picture.height > 0) entry["height"] = picture.height;
    entry["file_name"] = picture.path;
    return entry;
}

Status writeCoco(const RecordSource& source, const WriteOptions&, OutputTree& output) {
    const Result<OwnIds> own = ownIds(source);
    if (!own.ok()) return own.error();
    const auto instances = [&](FileSink& sink) { return writeInstances(source, *own, sink); };
    const auto captions = [&](FileSink& sink) { return writeCocoCaptions(source, own->ofPictures, sink); };
    if (Status written = output.file(output.stem() + ".json", instances); !written.ok()) return written;
    return output.file(output.stem() + kCocoTwin, captions);
}

} // namespace rb::formats
