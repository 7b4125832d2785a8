#include "core/formats/datasets/record_ids.h"
#include "core/formats/datasets/visual_genome.h"
#include "core/formats/datasets/visual_genome_pictures.h"
#include "core/formats/extra_fields.h"

#include <cmath>

namespace rb::formats {
namespace {

std::int64_t whole(double value) { return std::llrint(std::trunc(value)); }

/// As the data set's own: corners truncated, the size rounded from there, halves to even.
Json regionEntry(std::int64_t id, std::int64_t image, const RegionRecord& region) {
    const geometry::Box2 box = geometry::boundsOf(region.shape);
    const std::int64_t x = whole(box.x), y = whole(box.y);
    Json entry{{"region_id", id}, {"image_id", image}, {"x", x}, {"y", y}};
    entry["width"] = std::llrint(box.x + box.width - static_cast<double>(x));
    entry["height"] = std::llrint(box.y + box.height - static_cast<double>(y));
    entry["phrase"] = region.captions.empty() ? std::string() : region.captions.front().text;
    addFields(entry, ownExtra(region.extra, kVisualGenome));
    if (!entry.contains("synsets")) entry["synsets"] = Json::array();
    return entry;
}

Json pictureEntry(std::int64_t id, const PictureRecord& picture) {
    const nlohmann::json extra = ownExtra(picture.extra, kVisualGenome);
    Json entry{{"image_id", id}};
    if (picture.width > 0 && picture.height > 0) {
        entry["width"] = picture.width;
        entry["height"] = picture.height;
    }
    // The address goes back only while it still means the same picture.
    const std::string url = extraValue(extra, "url", "");
    entry["url"] = !url.empty() && pathInGenomeUrl(url) == picture.path ? url : picture.path;
    addFields(entry, extra);
    for (const char* key : {"coco_id", "flickr_id"})
        if (!entry.contains(key)) entry[key] = nullptr;
    return entry;
}

Status writeRegions(const RecordSource& source, const OwnIds& own, FileSink& sink) {
    JsonList list(sink);
    IdCounter pictures(own.ofPictures), regions(own.ofRegions);
    const Status written = source([&](const PictureRecord& picture) {
        const std::int64_t image = pictures.next(picture.id);
        Json entries = Json::array();
        for (const RegionRecord& region : picture.regions) entries.push_back(regionEntry(regions.next(region.id), image, region));
        return list.add({{"image_id", image}, {"regions", std::move(entries)}});
    });
    if (!written.ok()) return written;
    if (Status ended = list.end(); !ended.ok()) return ended;
    return sink.write("\n");
}

Status writePictures(const RecordSource& source, const OwnIds& own, FileSink& sink) {
    JsonList list(sink);
    IdCounter pictures(own.ofPictures);
    const auto write = [&](const PictureRecord& picture) { return list.add(pictureEntry(pictures.next(picture.id), picture)); };
    const Status written = source(write);
    if (!written.ok()) return written;
    if (Status ended = list.end(); !ended.ok()) return ended;
    return sink.write("\n");
}

} // namespace

Status writeVisualGenome(const RecordSource& source, const WriteOptions&, OutputTree& output) {
    const Result<OwnIds> own = ownIds(source);
    if (!own.ok()) return own.error();
    const Status written = output.file(kGenomeRegions, [&](FileSink& sink) { return writeRegions(source, *own, sink); });
    if (!written.ok()) return written;
    return output.file(kGenomePictures, [&](FileSink& sink) { return writePictures(source, *own, sink); });
}

} // namespace rb::formats
