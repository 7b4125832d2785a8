#pragma once

#include "ui/tools/canvas_tool.h"

namespace rb::ui {

/// Drags the picture under the window.
class PanTool : public CanvasTool {
public:
    using CanvasTool::CanvasTool;
    Qt::CursorShape cursorAt(QPointF widgetPos) const override;

protected:
    void dragged(const Drag& drag) override;
};

} // namespace rb::ui
