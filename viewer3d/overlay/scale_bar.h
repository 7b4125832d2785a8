#pragma once

#include "viewer3d/camera/projection.h"
#include "viewer3d/scene/view_look.h"

#include <QString>

class QPainter;

namespace rb::viewer3d {

/// A length that shows as 60 to 160 pixels at the camera's focal point.
struct ScaleLength {
    double units = 1;
    double pixels = 100;
};
ScaleLength scaleLength(const Projection& projection);
/// "20", "0.5": without a unit, since a cloud does not say which it has.
QString scaleText(double units);
/// At the lower left.
void paintScaleBar(QPainter& painter, const Projection& projection, const ViewLook& look);

} // namespace rb::viewer3d
