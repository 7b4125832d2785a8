#include "ui/tools/canvas_tool.h"

#include "ui/tools/box_edit.h"

namespace rb::ui {

namespace {
constexpr double kDragThreshold = 3; // widget pixels; the desktop's distance is made for files, not boxes
}

void CanvasTool::press(QPointF widgetPos, Qt::KeyboardModifiers modifiers) {
    m_pressed = true;
    m_travelled = false;
    m_from = m_last = widgetPos;
    m_fromPicture = toPicture(widgetPos);
    pressed(dragTo(widgetPos, modifiers));
    m_canvas.repaintCanvas();
}

void CanvasTool::move(QPointF widgetPos, Qt::KeyboardModifiers modifiers) {
    if (!m_pressed) {
        m_fromPicture = toPicture(widgetPos);
        hovered(dragTo(widgetPos, modifiers));
        return;
    }
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
    released();
    endSnapping();
    m_canvas.repaintCanvas();
}

bool CanvasTool::cancel() {
    const bool wasPressed = m_pressed;
    m_pressed = false;
    endSnapping();
    const bool any = cancelled() || wasPressed;
    if (any) m_canvas.repaintCanvas();
    return any;
}

bool CanvasTool::doubleClick(QPointF) {
    return false;
}

bool CanvasTool::secondaryPress(QPointF, Qt::KeyboardModifiers) {
    return false;
}

bool CanvasTool::keyPress(const QKeyEvent&) {
    return false;
}

void CanvasTool::keyRelease(const QKeyEvent&) {}

bool CanvasTool::claims(const QKeyEvent&) const {
    return false;
}

std::optional<geometry::Shape2> CanvasTool::previewOf(const CanvasRegion&) const {
    return std::nullopt;
}

std::optional<LiveShape> CanvasTool::live() const {
    const auto shape = newShape();
    return shape ? std::optional(LiveShape{0, *shape}) : std::nullopt;
}

void CanvasTool::prepareSnapping(const QSet<qint64>& except) {
    m_snapper = m_canvas.isSnapping() ? Snapper(m_canvas, except) : Snapper();
    m_guides = {};
}

QPointF CanvasTool::snapped(QPointF picturePos, Qt::KeyboardModifiers modifiers) {
    m_guides = {};
    return modifiers.testFlag(Qt::ControlModifier) ? picturePos : m_snapper.snapped(picturePos, m_guides);
}

QPointF CanvasTool::placed(QPointF picturePos, Qt::KeyboardModifiers modifiers) {
    const QPointF snappedPos = snapped(picturePos, modifiers);
    const QPointF grid = onPixelGrid(picturePos, m_canvas.pictureSize());
    return {m_guides.x ? snappedPos.x() : grid.x(), m_guides.y ? snappedPos.y() : grid.y()};
}

void CanvasTool::endSnapping() {
    m_snapper = {};
    m_guides = {};
}

CanvasTool::Drag CanvasTool::dragTo(QPointF widgetPos, Qt::KeyboardModifiers modifiers) {
    const Drag drag{m_fromPicture, m_canvas.transform().toWidget(m_fromPicture), widgetPos, widgetPos - m_last,
                    modifiers};
    m_last = widgetPos;
    return drag;
}

} // namespace rb::ui
