#pragma once

#include "ui/image_view/canvas_region.h"
#include "ui/image_view/region_index.h"
#include "ui/tools/box_edit.h"

#include <QPointF>
#include <QRectF>

#include <array>

namespace rb::ui {

/// The smallest visible region that holds the point, else the one whose outline is nearest and not
/// further than `reach` picture pixels away; null when there is none. The later of equals: it is drawn
/// on top.
const CanvasRegion* regionAt(const RegionIndex& index, QPointF picturePos, double reach = 0);

/// Whether the shape holds the point, edges included.
bool holds(const geometry::Shape2& shape, QPointF pos);

double distanceToOutline(const geometry::Shape2& shape, QPointF pos);
double distanceToSegment(QPointF pos, QPointF a, QPointF b);

/// The handle of a box, given in widget coordinates, that a press at `pos` takes: corners first,
/// then anywhere along a side. The reach goes further outwards than inwards, so that small boxes can
/// still be moved.
Handle handleAt(const QRectF& box, QPointF pos);

/// Where the eight handles of a box are drawn, in the order of Handle from TopLeft.
std::array<QPointF, 8> handleCentres(const QRectF& box);

Qt::CursorShape cursorFor(Handle handle);

} // namespace rb::ui
