#include "core/exchange/exported_captions.h"
#include "core/exchange/export.h"
#include "core/exchange/export_path.h"
#include "core/formats/json_list.h"
#include "core/formats/loss_tally.h"

#include <QFileInfo>
#include <QSet>

namespace rb::formats {
namespace {

QString stemOf(const project::Media& media) { return QFileInfo(media.path).completeBaseName(); }

bool stemsAreUnique(const std::vector<project::Media>& all) {
    QSet<QString> seen;
    for (const project::Media& media : all) seen.insert(stemOf(media));
    return seen.size() == static_cast<qsizetype>(all.size());
}

void count(const ExportedPicture& picture, LossTally& tally) {
    int written = 0;
    for (const ExportedRegion& each : picture.regions) {
        const int captions = static_cast<int>(each.captions.texts.size());
        written += captions;
        tally.keep("regions", captions > 0 ? 1 : 0);
        tally.drop("regions", "no caption of them leaves, and an entry needs one", captions > 0 ? 0 : 1);
        tally.keep("captions", captions);
        tally.drop("captions", kNotChosen, each.captions.leftOut);
        tally.drop("labels", "the format has no labels", each.region.label.isEmpty() ? 0 : 1);
    }
    tally.keep("pictures", written > 0 ? 1 : 0);
    tally.drop("pictures", "none of their regions has a caption that leaves", written > 0 ? 0 : 1);
    tally.drop("picture captions", "an entry needs a box, and these describe the whole picture",
               static_cast<int>(picture.ownCaptions.texts.size()) + picture.ownCaptions.leftOut);
    countCommonLosses(tally, picture);
}

Status writeEntries(const ExportedPicture& picture, const std::string& imageId, JsonList& list) {
    const std::string image = utf8(picture.media.path);
    for (const ExportedRegion& each : picture.regions) {
        const geometry::Box2 box = each.region.box();
        for (const QString& text : each.captions.texts) {
            Json entry;
            entry["image"] = image;
            entry["image_id"] = imageId;
            entry["bbox"] = {box.x, box.y, box.width, box.height};
            entry["caption"] = utf8(text);
            if (Status added = list.add(entry); !added.ok()) return added;
        }
    }
    return {};
}

Status writeRegionBlip(const project::Project& project, const ExportOptions& options, FileSink& sink, LossTally& tally) {
    const std::vector<project::Media> all = project.allMedia();
    const bool stems = stemsAreUnique(all);
    JsonList list(sink);
    int number = 0;
    for (const project::Media& media : all) {
        const ExportedPicture picture = exportedPicture(project, media, ++number, options.captions);
        count(picture, tally);
        const std::string imageId = stems ? utf8(stemOf(media)) : std::to_string(number);
        if (Status written = writeEntries(picture, imageId, list); !written.ok()) return written;
    }
    if (Status ended = list.end(); !ended.ok()) return ended;
    return sink.write("\n");
}

} // namespace

LossReport previewRegionBlip(const project::Project& project, const ExportOptions& options) {
    NullSink sink;
    LossTally tally;
    static_cast<void>(writeRegionBlip(project, options, sink, tally)); // a sink that keeps nothing cannot fail
    return tally.report();
}

Status exportRegionBlip(const project::Project& project, const QString& path, const ExportOptions& options) {
    const Result<std::filesystem::path> target = exportPath(project, path);
    if (!target.ok()) return target.error();
    LossTally tally;
    return replaceFile(*target, [&](FileSink& sink) { return writeRegionBlip(project, options, sink, tally); });
}

} // namespace rb::formats
