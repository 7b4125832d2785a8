#include "core/train/project_samples.h"

#include "core/project/project.h"

#include <map>

namespace rb::train {

using Regions = std::map<project::Id, project::Region>;

static Sample sampleOf(const project::Project& project, const project::Media& media, const project::Caption& caption, const Regions& regions) {
    const auto region = regions.find(caption.region);
    const bool whole = region == regions.end();
    Sample sample;
    sample.id = std::to_string(caption.id);
    sample.media = project.filePath(media).toStdString();
    sample.caption = caption.text.toStdString();
    if (media.kind == project::MediaKind::Cloud) {
        sample.modality = whole ? "pointcloud" : "pointcloud_region";
        if (!whole && region->second.cloud) sample.box3 = region->second.cloud->box;
    } else {
        sample.modality = whole ? "image" : "image_region";
        if (!whole) sample.box = region->second.box();
        sample.declaredWidth = media.width;
        sample.declaredHeight = media.height;
    }
    return sample;
}

Result<std::vector<Sample>> readProjectSamples(const std::filesystem::path& path, Split split) {
    const auto project = project::Project::open(QString::fromStdString(path.string()));
    if (!project.ok()) return project.error();
    std::vector<Sample> samples;
    for (const project::Media& media : (*project)->allMedia()) {
        const std::string own = media.split.isEmpty() ? "train" : media.split.toStdString();
        if (own != nameOf(split)) continue;
        Regions regions;
        for (project::Region& region : (*project)->regionsOf(media.id)) regions.emplace(region.id, std::move(region));
        for (const project::Caption& caption : (*project)->captionsOf(media.id))
            if (caption.state == project::CaptionState::Accepted) samples.push_back(sampleOf(**project, media, caption, regions));
    }
    return samples;
}

} // namespace rb::train
