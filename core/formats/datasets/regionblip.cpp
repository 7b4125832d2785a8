#include "core/formats/datasets/caption_json.h"
#include "core/formats/datasets/datasets.h"
#include "core/formats/datasets/gathered_pictures.h"
#include "core/formats/datasets/record_ids.h"
#include "core/formats/extra_fields.h"
#include "core/formats/json_head.h"
#include "core/formats/json_records.h"

#include <bit>
#include <unordered_set>

namespace rb::formats {
namespace {

using nlohmann::json;

constexpr const char* kRegionBlip = "regionblip";

// Boxes that are the same to the last bit are the same region; adding 0 makes -0 the same as 0.
std::string keyOf(const geometry::Box2& box) {
    std::string key;
    for (const double value : {box.x, box.y, box.width, box.height})
        key += std::to_string(std::bit_cast<std::uint64_t>(value + 0.0)) + " ";
    return key;
}

Status takeEntry(const json& entry, std::size_t number, GatheredPictures& pictures, LossTally& tally) {
    RecordFields fields(entry, "record " + std::to_string(number));
    PictureRecord picture;
    picture.path = fields.path("image");
    picture.id = fields.id("image_id");
    RegionRecord region;
    region.shape = geometry::boxShape(fields.boxXywh("bbox"));
    std::string caption = fields.text("caption");
    if (!caption.empty()) region.captions.push_back(textCaption(std::move(caption)));
    region.extra = extraUnder(kRegionBlip, fields.others({"image", "image_id", "bbox", "caption"}));
    if (!fields.status().ok()) return fields.status();
    tally.keep("captions", static_cast<int>(region.captions.size()));
    const std::string key = keyOf(region.shape.box);
    picture.regions.push_back(std::move(region));
    return pictures.add(std::move(picture), key);
}

Status readRegionBlip(const std::filesystem::path& path, const ReadOptions&, const RecordSink& sink, LossTally& tally) {
    const RecordSink counted = [&](PictureRecord picture) {
        tally.keep("regions", static_cast<int>(picture.regions.size()));
        return sink(std::move(picture));
    };
    GatheredPictures pictures(counted);
    std::size_t count = 0;
    const Status read = readJsonRecords(path, [&](const std::string& list, const json& entry) -> Status {
        if (list.empty()) return takeEntry(entry, ++count, pictures, tally);
        return Error{ErrorCode::FileInvalid, "a list was expected, but it is an object with " + list.substr(0, 40) + "."};
    });
    if (!read.ok()) return read;
    if (count == 0 && jsonHead(path).top != JsonHead::Top::List)
        return Error{ErrorCode::FileInvalid, path.string() + ": a list of records was expected, but it is none."};
    return pictures.flush();
}

std::string stemOf(const PictureRecord& picture) { return std::filesystem::path(picture.path).stem().string(); }

/// What `image_id` is: the pictures' own ids where they are distinct numbers, else the names of their files,
/// else numbers from 1.
struct ImageIds {
    bool own = false, stems = false;
    std::int64_t number = 0;

    Json next(const PictureRecord& picture) {
        ++number;
        if (own) return *wholeNumber(picture.id);
        return stems ? stemOf(picture) : std::to_string(number);
    }
};

Result<ImageIds> imageIds(const RecordSource& source) {
    const Result<OwnIds> own = ownIds(source);
    if (!own.ok()) return own.error();
    std::unordered_set<std::string> seen;
    std::size_t count = 0;
    const Status read = source([&](const PictureRecord& picture) {
        seen.insert(stemOf(picture));
        ++count;
        return Status();
    });
    if (!read.ok()) return read.error();
    return ImageIds{own->ofPictures, seen.size() == count};
}

Status writeEntries(const PictureRecord& picture, const Json& imageId, JsonList& list) {
    for (const RegionRecord& region : picture.regions) {
        const geometry::Box2 box = geometry::boundsOf(region.shape);
        for (const CaptionRecord& caption : region.captions) {
            Json entry{{"image", picture.path}, {"image_id", imageId}};
            entry["bbox"] = {box.x, box.y, box.width, box.height};
            entry["caption"] = caption.text;
            addFields(entry, ownExtra(region.extra, kRegionBlip));
            if (Status added = list.add(entry); !added.ok()) return added;
        }
    }
    return {};
}

Status writeRegionBlip(const RecordSource& source, const WriteOptions&, OutputTree& output) {
    Result<ImageIds> ids = imageIds(source);
    if (!ids.ok()) return ids.error();
    return output.file(output.stem() + ".json", [&](FileSink& sink) -> Status {
        JsonList list(sink);
        const auto write = [&](const PictureRecord& picture) { return writeEntries(picture, ids->next(picture), list); };
        const Status written = source(write);
        if (!written.ok()) return written;
        if (Status ended = list.end(); !ended.ok()) return ended;
        return sink.write("\n");
    });
}

bool recognisesRegionBlip(const std::filesystem::path& path) {
    const JsonHead head = jsonHead(path);
    return head.recordHas("", "image") && head.recordHas("", "bbox") && head.recordHas("", "caption");
}

} // namespace

const Format& regionBlipFormat() {
    static const Format kFormat{
        .name = kRegionBlip,
        .title = "RegionBLIP region captions",
        .output = Format::Output::File,
        .suffix = ".json",
        .dialects = {},
        .holds = {.severalCaptions = true, .captionlessRegions = false, .sameBoxes = false, .pictureSize = false,
                  .emptyPictures = false, .regionFields = kRegionBlip},
        .recognises = recognisesRegionBlip,
        .read = readRegionBlip,
        .write = writeRegionBlip,
    };
    return kFormat;
}

} // namespace rb::formats
