#pragma once

#include "ui/image_view/canvas_region.h"

#include <QRectF>

namespace rb::ui {

/// One region that is in the view while it is painted.
struct ShownRegion {
    const CanvasRegion* region = nullptr;
    QRectF rect;    ///< widget coordinates, where the box is shown now
    int number = 0; ///< from 1
    bool selected = false;
    bool hovered = false;
};

} // namespace rb::ui
