#pragma once

#include "ui/image_view/canvas_region.h"
#include "ui/tools/box_edit.h"

#include <QPointF>
#include <QRectF>

#include <array>
#include <vector>

namespace rb::ui {

/// The smallest visible region that holds the point, or null. The pointer goes into `regions`.
const CanvasRegion* regionAt(const std::vector<CanvasRegion>& regions, QPointF picturePos);

/// The region with this id, or null.
const CanvasRegion* regionById(const std::vector<CanvasRegion>& regions, qint64 id);

/// The handle of a box, given in widget coordinates, that a press at `pos` takes: corners first,
/// then anywhere along a side. The reach goes further outwards than inwards, so that small boxes can
/// still be moved.
Handle handleAt(const QRectF& box, QPointF pos);

/// Where the eight handles of a box are drawn, in the order of Handle from TopLeft.
std::array<QPointF, 8> handleCentres(const QRectF& box);

Qt::CursorShape cursorFor(Handle handle);

} // namespace rb::ui
