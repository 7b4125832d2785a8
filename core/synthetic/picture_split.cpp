#include "core/synthetic/list_file.h"
#include "core/synthetic/split_writers.h"

#include <QJsonArray>

namespace rb::synthetic {
namespace {

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

struct PictureLists {
    JsonListFile regions, names, captions;

    Status add(const std::string& image, const std::string& imageId, const PictureScene& scene) {
        for (const PictureObject& object : scene.objects) {
            const QJsonArray box{object.box.x, object.box.y, object.box.width, object.box.height};
            const QJsonObject region{{QStringLiteral("image"), text(image)},
                                     {QStringLiteral("image_id"), text(imageId)},
                                     {QStringLiteral("bbox"), box},
                                     {QStringLiteral("caption"), text(object.caption)}};
            if (Status added = regions.add(region); !added.ok()) return added;
            if (Status added = names.add(object.name); !added.ok()) return added;
        }
        return captions.add(QJsonObject{{QStringLiteral("image"), text(image)},
                                        {QStringLiteral("caption"), text(scene.caption)}});
    }
    Status finish() {
        for (JsonListFile* list : {&regions, &names, &captions})
            if (Status finished = list->finish(); !finished.ok()) return finished;
        return {};
    }
};

} // namespace

Status writePictureSplit(const SplitJob& job, const GlyphSet& glyphs) {
    PictureOptions options = job.options.picture;
    options.style = job.options.style;
    const auto fill = [&](const Sinks& sinks) -> Status {
        PictureLists lists{JsonListFile(*sinks[0]), JsonListFile(*sinks[1]), JsonListFile(*sinks[2])};
        const Status made = job.eachScene([&](std::uint64_t index) -> Status {
            const PictureScene scene = makePicture(glyphs, options, job.options.seed, index);
            const std::string image = "images/" + sixDigits(index) + (job.options.png ? ".png" : ".jpg");
            if (Status written = media::writeImage(job.folder / image, scene.image); !written.ok())
                return written;
            return lists.add(image, sixDigits(index), scene);
        });
        return made.ok() ? lists.finish() : made;
    };
    return withFiles({job.folder / "regions.json", job.folder / "names.json", job.folder / "captions.json"},
                     fill);
}

} // namespace rb::synthetic
