#include "core/exchange/coco_captions.h"
#include "core/exchange/export.h"
#include "core/exchange/export_path.h"
#include "core/formats/loss_tally.h"

#include <QFileInfo>
#include <QHash>

#include <cmath>

namespace rb::formats {
namespace {

constexpr const char* kNoName = "region"; ///< category of regions without a label

/// Gives each category its id, from 1, in the order of first use.
class Categories {
public:
    int idOf(const QString& label) {
        const QString name = label.isEmpty() ? QLatin1String(kNoName) : label;
        const auto found = m_ids.constFind(name);
        if (found != m_ids.constEnd()) return *found;
        m_names.push_back(name);
        return m_ids[name] = static_cast<int>(m_names.size());
    }
    Status write(JsonList& list) const {
        for (const QString& name : m_names) {
            const Json entry{{"id", m_ids.value(name)}, {"name", utf8(name)}, {"supercategory", ""}};
            if (Status added = list.add(entry); !added.ok()) return added;
        }
        return list.end();
    }

private:
    QHash<QString, int> m_ids;
    std::vector<QString> m_names;
};

bool isWhole(const geometry::Box2& box) {
    const auto whole = [](double value) { return std::trunc(value) == value; };
    return whole(box.x) && whole(box.y) && whole(box.width) && whole(box.height);
}

void count(const ExportedPicture& picture, LossTally& tally) {
    tally.keep("pictures");
    for (const ExportedRegion& each : picture.regions) {
        const bool captioned = !each.captions.texts.empty();
        const bool truncated = captioned && !isWhole(each.region.box());
        tally.keep("regions", truncated ? 0 : 1);
        tally.change("regions", "the ids of the captions file hold their boxes as whole pixels", truncated ? 1 : 0);
        tally.keep("captions", static_cast<int>(each.captions.texts.size()));
        tally.drop("captions", kNotChosen, each.captions.leftOut);
        tally.keep("labels", each.region.label.isEmpty() ? 0 : 1);
        tally.change("labels", "an empty label becomes the category \"region\"", each.region.label.isEmpty() ? 1 : 0);
    }
    tally.keep("picture captions", static_cast<int>(picture.ownCaptions.texts.size()));
    tally.drop("picture captions", kNotChosen, picture.ownCaptions.leftOut);
    countCommonLosses(tally, picture);
}

Json annotationEntry(int id, int image, int category, const ExportedRegion& each) {
    const geometry::Box2 box = each.region.box();
    Json captions = Json::array();
    for (const QString& text : each.captions.texts) captions.push_back(utf8(text));
    Json entry{{"id", id}, {"image_id", image}, {"category_id", category}};
    entry["bbox"] = {box.x, box.y, box.width, box.height};
    entry["area"] = box.width * box.height;
    entry["segmentation"] = Json::array();
    entry["iscrowd"] = 0;
    entry["caption"] = captions.empty() ? Json("") : captions.front();
    entry["captions"] = std::move(captions);
    return entry;
}

Status writeImages(const CocoSource& source, JsonList& list) {
    int number = 0;
    for (const project::Media& media : source.media)
        if (Status added = list.add(cocoImage(++number, media)); !added.ok()) return added;
    return list.end();
}

Status writeAnnotations(const CocoSource& source, JsonList& list, Categories& categories, LossTally& tally) {
    int id = 0;
    const Status status = source.eachPicture([&](const ExportedPicture& picture) -> Status {
        count(picture, tally);
        for (const ExportedRegion& each : picture.regions) {
            const Json entry = annotationEntry(++id, picture.number, categories.idOf(each.region.label), each);
            if (Status added = list.add(entry); !added.ok()) return added;
        }
        return {};
    });
    return status.ok() ? list.end() : status;
}

Status writeInstances(const CocoSource& source, FileSink& sink, LossTally& tally) {
    if (Status head = sink.write("{\"info\": {}, \"licenses\": [], \"images\": "); !head.ok()) return head;
    JsonList images(sink);
    if (Status written = writeImages(source, images); !written.ok()) return written;
    if (Status key = sink.write(",\n\"annotations\": "); !key.ok()) return key;
    JsonList annotations(sink);
    Categories categories;
    if (Status written = writeAnnotations(source, annotations, categories, tally); !written.ok()) return written;
    if (Status key = sink.write(",\n\"categories\": "); !key.ok()) return key;
    JsonList names(sink);
    if (Status written = categories.write(names); !written.ok()) return written;
    return sink.write("}\n");
}

QString twinOf(const QString& path) {
    const QFileInfo info(path);
    return info.path() + QLatin1Char('/') + info.completeBaseName() + QLatin1String("_captions.json");
}

} // namespace

LossReport previewCoco(const project::Project& project, const ExportOptions& options) {
    NullSink sink;
    LossTally tally;
    static_cast<void>(writeInstances({project, options}, sink, tally)); // a sink that keeps nothing cannot fail
    return tally.report();
}

Status exportCoco(const project::Project& project, const QString& path, const ExportOptions& options) {
    const Result<std::filesystem::path> target = exportPath(project, path);
    if (!target.ok()) return target.error();
    const Result<std::filesystem::path> twin = exportPath(project, twinOf(path));
    if (!twin.ok()) return twin.error();
    const CocoSource source{project, options};
    LossTally tally;
    // The twin is replaced inside, when the first file's bytes are written but not yet in place, so
    // that a full disk leaves both as they were.
    return replaceFile(*target, [&](FileSink& sink) -> Status {
        if (Status written = writeInstances(source, sink, tally); !written.ok()) return written;
        return replaceFile(*twin, [&](FileSink& twinSink) { return writeCocoCaptions(source, twinSink); });
    });
}

} // namespace rb::formats
