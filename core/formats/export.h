#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <QString>

#include <string>
#include <vector>

namespace rb::formats {

/// Which captions leave the project.
enum class CaptionChoice {
    AcceptedOnly,
    AcceptedElseDraft,   ///< for each region the accepted captions, or its first draft
};

struct ExportOptions {
    CaptionChoice captions = CaptionChoice::AcceptedElseDraft;
};

/// What an export keeps, changes and leaves out; known before a byte is written.
struct LossReport {
    struct Line {
        std::string what;    ///< "regions", "captions", "labels", …
        int kept = 0;
        int changed = 0;     ///< rounded or converted
        int dropped = 0;
        std::string reason;  ///< why something is changed or dropped; empty when nothing is
    };
    std::vector<Line> lines;
};

/// RegionBLIP region JSON: `[{"image", "image_id", "bbox": [x, y, w, h], "caption"}]`, one entry a
/// caption (`../tests/data/regionblip` and design facts of the format: docs/formats.md).
LossReport previewRegionBlip(const project::Project& project, const ExportOptions& options);
Status exportRegionBlip(const project::Project& project, const QString& path, const ExportOptions& options);

/// COCO instances with `caption` and `captions` added to each annotation at `path`, and a captions
/// twin `<stem>_captions.json` with synthetic image ids `"<image_id>_box_<x>_<y>_<w>_<h>"`.
LossReport previewCoco(const project::Project& project, const ExportOptions& options);
Status exportCoco(const project::Project& project, const QString& path, const ExportOptions& options);

} // namespace rb::formats
