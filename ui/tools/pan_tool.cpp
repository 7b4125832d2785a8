#include "ui/tools/pan_tool.h"

namespace rb::ui {

Qt::CursorShape PanTool::cursorAt(QPointF) const {
    return isPressed() ? Qt::ClosedHandCursor : Qt::OpenHandCursor;
}

void PanTool::dragged(const Drag& drag) {
    canvas().scrollBy(drag.step);
}

} // namespace rb::ui
