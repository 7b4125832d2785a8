#pragma once

#include "core/clouds/cloud.h"
#include "core/spatial/grow_region.h"
#include "core/spatial/screen_view.h"

#include <QSettings>

namespace rb::cloud_workspace {

/// What counts when points are marked.
struct MarkOptions {
    bool surfaceOnly = true;        ///< leaves out what is hidden behind other points
    spatial::DepthBounds depth;     ///< of what lasso, polygon, brush and rectangle mark
    double growDistance = 0;        ///< between neighbours, in the cloud's units; 0: as the cloud is dense
    int growColor = 60;             ///< from the seed's colour, in RGB of 0..255 an axis; 0: any colour
    int growAngle = 0;              ///< between neighbours' normals, in degrees; 0: any
};

/// Without what the cloud has no numbers for.
spatial::GrowOptions growOptionsOf(const MarkOptions& options, const clouds::Cloud& cloud);

/// How a region grows is remembered; depths belong to one cloud, and are not.
MarkOptions readMarkOptions(const QSettings& settings);
void writeMarkOptions(QSettings& settings, const MarkOptions& options);

} // namespace rb::cloud_workspace
