#include "ui/tools/canvas_tool.h"

namespace rb::ui {

namespace {
constexpr double kDragThreshold = 3; // widget pixels; the desktop's distance is made for files, not boxes
}

void CanvasTool::press(QPointF widgetPos, Qt::KeyboardModifiers modifiers) {
    m_pressed = true;
    m_travelled = false;
    m_from = m_last = widgetPos;
    m_fromPicture = m_canvas.toPicture(widgetPos);
    pressed(dragTo(widgetPos, modifiers));
    m_canvas.repaintCanvas();
}

void CanvasTool::move(QPointF widgetPos, Qt::KeyboardModifiers modifiers) {
    if (!m_pressed) return;
    m_travelled = m_travelled || (widgetPos - m_from).manhattanLength() >= kDragThreshold;
    if (!m_travelled) return;
    dragged(dragTo(widgetPos, modifiers));
    m_canvas.repaintCanvas();
}

void CanvasTool::release(QPointF widgetPos, Qt::KeyboardModifiers modifiers) {
    if (!m_pressed) return;
    move(widgetPos, modifiers);
    m_pressed = false;
    const Drag drag = dragTo(widgetPos, modifiers);
    if (m_travelled) {
        dropped(drag);
    } else {
        clicked(drag);
    }
    cancelled();
    m_canvas.repaintCanvas();
}

bool CanvasTool::cancel() {
    const bool wasPressed = m_pressed;
    m_pressed = false;
    const bool any = cancelled() || wasPressed;
    if (any) m_canvas.repaintCanvas();
    return any;
}

bool CanvasTool::keyPress(const QKeyEvent&) {
    return false;
}

void CanvasTool::keyRelease(const QKeyEvent&) {}

std::optional<geometry::Box2> CanvasTool::previewOf(const CanvasRegion&) const {
    return std::nullopt;
}

CanvasTool::Drag CanvasTool::dragTo(QPointF widgetPos, Qt::KeyboardModifiers modifiers) {
    const Drag drag{m_fromPicture, m_canvas.toWidget(m_fromPicture), widgetPos, widgetPos - m_last,
                    modifiers};
    m_last = widgetPos;
    return drag;
}

} // namespace rb::ui
