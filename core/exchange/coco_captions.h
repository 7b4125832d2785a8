#pragma once

#include "core/exchange/exported_captions.h"
#include "core/formats/json_list.h"

namespace rb::formats {

/// The whole project as the COCO export sees it; pictures are read one at a time.
struct CocoSource {
    const project::Project& project;
    ExportOptions options;
    std::vector<project::Media> media = project.allMedia();

    /// Ends with the first failure of `visit`.
    Status eachPicture(const std::function<Status(const ExportedPicture&)>& visit) const;
};

/// An entry of `images`; the id is a number, or a synthetic text.
Json cocoImage(const Json& id, const project::Media& media);

/// The captions twin: COCO captions, an image for each captioned region.
Status writeCocoCaptions(const CocoSource& source, FileSink& sink);

} // namespace rb::formats
