#include "core/train/project_samples.h"

#include "core/project/project.h"

#include <QDir>

#include <map>

namespace rb::train {

static Sample sampleOf(const project::Project& project, const project::Media& media, const project::Caption& caption,
                       const std::map<project::Id, geometry::Box2>& boxes) {
    const QDir folder(media.root.isEmpty() ? project.folder() : media.root);
    Sample sample;
    sample.id = std::to_string(caption.id);
    sample.media = folder.filePath(media.path).toStdString();
    sample.caption = caption.text.toStdString();
    sample.declaredWidth = media.width;
    sample.declaredHeight = media.height;
    const auto box = boxes.find(caption.region);
    sample.modality = box == boxes.end() ? "image" : "image_region";
    if (box != boxes.end()) sample.box = box->second;
    return sample;
}

Result<std::vector<Sample>> readProjectSamples(const std::filesystem::path& path, Split split) {
    const auto project = project::Project::open(QString::fromStdString(path.string()));
    if (!project.ok()) return project.error();
    std::vector<Sample> samples;
    for (const project::Media& media : (*project)->allMedia()) {
        if (media.kind != project::MediaKind::Image) continue;
        const std::string own = media.split.isEmpty() ? "train" : media.split.toStdString();
        if (own != nameOf(split)) continue;
        std::map<project::Id, geometry::Box2> boxes;
        for (const project::Region& region : (*project)->regionsOf(media.id)) boxes[region.id] = region.box();
        for (const project::Caption& caption : (*project)->captionsOf(media.id))
            if (caption.state == project::CaptionState::Accepted) samples.push_back(sampleOf(**project, media, caption, boxes));
    }
    return samples;
}

} // namespace rb::train
