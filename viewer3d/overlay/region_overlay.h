#pragma once

#include "viewer3d/boxes/box_handles.h"
#include "viewer3d/boxes/region_box.h"
#include "viewer3d/camera/projection.h"
#include "viewer3d/scene/view_look.h"

#include <QRectF>

#include <span>
#include <vector>

class QFontMetricsF;
class QPainter;

namespace rb::viewer3d {

/// A label as it will be painted.
struct LabelPlate {
    qint64 id = 0;
    QRectF rect;
    QString text;
    QColor color;
    bool selected = false;
};
/// Plates above the boxes, the selected and the nearest first; those that would cover another are left out, as
/// are those of boxes that are not in the view.
std::vector<LabelPlate> layOutLabels(std::span<const RegionBox> regions, const Projection& projection, const QFontMetricsF& metrics);

void paintLabels(QPainter& painter, std::span<const RegionBox> regions, const Projection& projection, const ViewLook& look);

/// The edges of a selected box as a faint line through everything, and the handles that can be dragged.
void paintHandles(QPainter& painter, const geometry::Box3& box, const Projection& projection, const ViewLook& look, BoxHandle hot);

} // namespace rb::viewer3d
