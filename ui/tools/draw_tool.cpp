#include "ui/tools/draw_tool.h"

#include "ui/tools/keyboard_box.h"
#include "ui/tools/shape_edit.h"

#include <QKeyEvent>

namespace rb::ui {

Qt::CursorShape DrawTool::cursorAt(QPointF) const {
    return canvas().isReadOnly() ? Qt::ForbiddenCursor : Qt::CrossCursor;
}

bool DrawTool::showsCrosshair() const {
    return !newShape() && !canvas().isReadOnly();
}

bool DrawTool::keyPress(const QKeyEvent& event) {
    if (isPressed() || !canDraw() || !drawingKey(event)) return false;
    canvas().repaintCanvas();
    return true;
}

bool DrawTool::claims(const QKeyEvent& event) const {
    if (!canDraw()) return false;
    if (isEnter(event)) return !event.modifiers().testFlag(Qt::ShiftModifier);
    return isBusy() && (event.key() == Qt::Key_Escape || !directionOf(event.key()).isNull());
}

bool DrawTool::canDraw() const {
    return !canvas().isReadOnly() && !canvas().pictureSize().isEmpty();
}

void DrawTool::ask(const geometry::Shape2& shape) {
    // The gesture ends before the request, so that a view updated within it shows nothing stale.
    const geometry::Shape2 asked = shape;
    cancelled();
    if (isLargeEnough(asked)) canvas().requestShape(asked);
}

} // namespace rb::ui
