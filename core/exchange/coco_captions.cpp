#include "core/exchange/coco_captions.h"

#include <QSet>

#include <cmath>

namespace rb::formats {

Status CocoSource::eachPicture(const std::function<Status(const ExportedPicture&)>& visit) const {
    int number = 0;
    for (const project::Media& each : media)
        if (Status done = visit(exportedPicture(project, each, ++number, options.captions)); !done.ok()) return done;
    return {};
}

Json cocoImage(const Json& id, const project::Media& media) {
    return {{"id", id}, {"width", media.width}, {"height", media.height}, {"file_name", utf8(media.path)}};
}

namespace {

std::string syntheticId(int image, const geometry::Box2& box) {
    std::string id = std::to_string(image) + "_box";
    for (const double value : {box.x, box.y, box.width, box.height}) id += "_" + std::to_string(std::llrint(std::trunc(value)));
    return id;
}

/// Calls `visit` with the id and captions of all that has some: the picture itself, then its regions.
Status eachCaptioned(const ExportedPicture& picture, const std::function<Status(const Json&, const ExportedCaptions&)>& visit) {
    if (!picture.ownCaptions.texts.empty())
        if (Status done = visit(picture.number, picture.ownCaptions); !done.ok()) return done;
    for (const ExportedRegion& each : picture.regions) {
        if (each.captions.texts.empty()) continue;
        if (Status done = visit(syntheticId(picture.number, each.region.box()), each.captions); !done.ok()) return done;
    }
    return {};
}

// Regions whose boxes share their whole pixels share an id, which is listed once.
Status writeImages(const CocoSource& source, JsonList& list) {
    const Status status = source.eachPicture([&](const ExportedPicture& picture) {
        QSet<QByteArray> seen;
        return eachCaptioned(picture, [&](const Json& id, const ExportedCaptions&) -> Status {
            const QByteArray key = QByteArray::fromStdString(id.dump());
            if (seen.contains(key)) return {};
            seen.insert(key);
            return list.add(cocoImage(id, picture.media));
        });
    });
    return status.ok() ? list.end() : status;
}

Status writeAnnotations(const CocoSource& source, JsonList& list) {
    int annotation = 0;
    const Status status = source.eachPicture([&](const ExportedPicture& picture) {
        return eachCaptioned(picture, [&](const Json& id, const ExportedCaptions& captions) -> Status {
            for (const QString& text : captions.texts) {
                const Json entry{{"id", ++annotation}, {"image_id", id}, {"caption", utf8(text)}};
                if (Status added = list.add(entry); !added.ok()) return added;
            }
            return {};
        });
    });
    return status.ok() ? list.end() : status;
}

} // namespace

Status writeCocoCaptions(const CocoSource& source, FileSink& sink) {
    if (Status head = sink.write("{\"info\": {}, \"licenses\": [], \"images\": "); !head.ok()) return head;
    JsonList images(sink);
    if (Status written = writeImages(source, images); !written.ok()) return written;
    if (Status key = sink.write(",\n\"annotations\": "); !key.ok()) return key;
    JsonList annotations(sink);
    if (Status written = writeAnnotations(source, annotations); !written.ok()) return written;
    return sink.write("}\n");
}

} // namespace rb::formats
