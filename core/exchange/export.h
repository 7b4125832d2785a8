#pragma once

#include "core/base/result.h"
#include "core/formats/loss_report.h"
#include "core/project/project.h"

#include <QString>

#include <string>
#include <vector>

namespace rb::formats {

/// Which captions leave the project. Rejected and blank ones never do.
enum class CaptionChoice {
    AcceptedOnly,
    AcceptedElseDraft,   ///< for each region the accepted captions, or its first draft
};

struct ExportOptions {
    CaptionChoice captions = CaptionChoice::AcceptedElseDraft;
};

/// RegionBLIP region JSON: `[{"image", "image_id", "bbox": [x, y, w, h], "caption"}]`, one entry a
/// caption; boxes in pixels as they are in the project. `image` is the medium's relative path,
/// `image_id` its file name without suffix, or its number from 1 on when two pictures share one.
///
/// Every export replaces `path` only when all of it was written, and runs on the project's thread.
LossReport previewRegionBlip(const project::Project& project, const ExportOptions& options);
Status exportRegionBlip(const project::Project& project, const QString& path, const ExportOptions& options);

/// COCO instances with `caption` and `captions` added to each annotation at `path`, and a captions
/// twin `<stem>_captions.json` with synthetic image ids `"<image_id>_box_<x>_<y>_<w>_<h>"`, captions
/// of whole pictures under the plain image id. Both files are replaced, or neither.
LossReport previewCoco(const project::Project& project, const ExportOptions& options);
Status exportCoco(const project::Project& project, const QString& path, const ExportOptions& options);

} // namespace rb::formats
