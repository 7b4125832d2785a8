#include "core/formats/datasets/coco.h"
#include "core/formats/datasets/coco_box_id.h"
#include "core/formats/datasets/record_ids.h"

#include <unordered_set>

namespace rb::formats {
namespace {

using Visit = std::function<Status(const Json& id, const std::vector<CaptionRecord>& captions)>;

/// Calls `visit` with the id and captions of all that has some: the picture itself, then its regions.
Status eachCaptioned(const PictureRecord& picture, std::int64_t image, const Visit& visit) {
    if (!picture.captions.empty())
        if (Status done = visit(image, picture.captions); !done.ok()) return done;
    for (const RegionRecord& region : picture.regions) {
        if (region.captions.empty()) continue;
        if (Status done = visit(cocoBoxId(image, geometry::boundsOf(region.shape)), region.captions); !done.ok()) return done;
    }
    return {};
}

// Regions whose boxes share their whole pixels share an id, which is listed once.
Status writeImages(const RecordSource& source, bool ownPictureIds, FileSink& sink) {
    JsonList list(sink);
    IdCounter ids(ownPictureIds);
    const Status status = source([&](const PictureRecord& picture) {
        std::unordered_set<std::string> listed;
        return eachCaptioned(picture, ids.next(picture.id), [&](const Json& id, const auto&) {
            return listed.insert(id.dump()).second ? list.add(cocoImage(id, picture)) : Status();
        });
    });
    return status.ok() ? list.end() : status;
}

Json captionEntry(int number, const Json& image, const CaptionRecord& caption) {
    return {{"id", number}, {"image_id", image}, {"caption", caption.text}};
}

Status writeAnnotations(const RecordSource& source, bool ownPictureIds, FileSink& sink) {
    JsonList list(sink);
    IdCounter ids(ownPictureIds);
    int annotation = 0;
    const Status status = source([&](const PictureRecord& picture) {
        return eachCaptioned(picture, ids.next(picture.id), [&](const Json& id, const auto& captions) -> Status {
            for (const CaptionRecord& each : captions)
                if (Status added = list.add(captionEntry(++annotation, id, each)); !added.ok()) return added;
            return {};
        });
    });
    return status.ok() ? list.end() : status;
}

} // namespace

Status writeCocoCaptions(const RecordSource& source, bool ownPictureIds, FileSink& sink) {
    if (Status head = sink.write("{\"info\": {}, \"licenses\": [], \"images\": "); !head.ok()) return head;
    if (Status written = writeImages(source, ownPictureIds, sink); !written.ok()) return written;
    if (Status key = sink.write(",\n\"annotations\": "); !key.ok()) return key;
    if (Status written = writeAnnotations(source, ownPictureIds, sink); !written.ok()) return written;
    return sink.write("}\n");
}

} // namespace rb::formats
