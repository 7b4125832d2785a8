#pragma once

#include "ui/image_view/shown_region.h"
#include "ui/image_view/view_transform.h"

#include <vector>

class QImage;
class QPainter;

namespace rb::ui {

struct CrowdStyle {
    double lineWidth = 1;   ///< widget pixels
    double deviceRatio = 1; ///< screen pixels per widget pixel
};

/// Draws the outlines of a crowd: on whole screen pixels and without smoothing, so that thousands cost a
/// few milliseconds. `scratch` is an image that is kept from frame to frame, to be left alone.
void drawCrowd(QPainter& painter, const std::vector<const ShownRegion*>& crowd, const ViewTransform& transform,
               const QRectF& view, const CrowdStyle& style, QImage& scratch);

} // namespace rb::ui
