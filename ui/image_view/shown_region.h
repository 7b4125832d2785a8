#pragma once

#include "ui/image_view/canvas_region.h"

#include <QColor>
#include <QRectF>

#include <optional>

namespace rb::ui {

/// One region that is in the view while it is painted.
struct ShownRegion {
    const CanvasRegion* region = nullptr;
    std::optional<geometry::Shape2> preview = {}; ///< picture pixels; where it is shown while it changes
    QRectF rect = {};                             ///< of its bounds, widget coordinates
    QColor color = {};
    int number = 0; ///< from 1
    bool selected = false;
    bool hovered = false;

    const geometry::Shape2& shape() const { return preview ? *preview : region->shape; }
};

} // namespace rb::ui
