// What mouse, wheel, drops and the desktop do to the view; image_view.cpp holds the rest.
#include "ui/image_view/image_view.h"
#include "ui/tools/hit_test.h"

#include <QInputDevice>
#include <QMimeData>
#include <QMouseEvent>
#include <QNativeGestureEvent>

#include <cmath>
#include <utility>

namespace rb::ui {

namespace {

constexpr double kWheelNotch = 120;
constexpr double kZoomPerNotch = 0.25; // in doublings
constexpr double kScrollPerNotch = 60; // widget pixels

bool isTouchpad(const QWheelEvent& event) {
    return !event.pixelDelta().isNull() && event.device() &&
           event.device()->type() == QInputDevice::DeviceType::TouchPad;
}

} // namespace

void ImageView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) m_theme = Theme::matching(palette());
    QWidget::changeEvent(event);
    update();
}

void ImageView::resizeEvent(QResizeEvent* event) {
    if (m_fit != Fit::None) {
        refit();
    } else if (event->oldSize().isValid()) {
        const QSizeF grown = (event->size() - event->oldSize()).toSizeF() / 2;
        scrollBy({grown.width(), grown.height()});
    }
}

void ImageView::mousePressEvent(QMouseEvent* event) {
    m_pointer = event->position();
    if (!hasImage()) return;
    if (pressMiniMap(*event)) return;
    if (event->button() == Qt::MiddleButton && !activeTool().isPressed()) setPanHeld(true);
    const bool forTool =
        event->button() == Qt::LeftButton || (event->button() == Qt::MiddleButton && m_panHeld);
    if (forTool) activeTool().press(event->position(), event->modifiers());
    if (event->button() == Qt::RightButton && !activeTool().secondaryPress(event->position(), event->modifiers()))
        selectForMenu(event->position());
    followGesture();
    updateCursor();
}

bool ImageView::pressMiniMap(const QMouseEvent& event) {
    const MiniMap map = miniMap();
    if (event.button() != Qt::LeftButton || activeTool().isPressed() || !map.rect().contains(event.position())) return false;
    m_mapHeld = true;
    setTransform(map.centredOn(event.position()).keptInside(pictureSize(), size()), Fit::None);
    return true;
}

void ImageView::mouseMoveEvent(QMouseEvent* event) {
    m_pointer = event->position();
    if (m_mapHeld) {
        setTransform(miniMap().centredOn(event->position()).keptInside(pictureSize(), size()), Fit::None);
        return;
    }
    if (hasImage()) activeTool().move(event->position(), event->modifiers());
    followGesture();
    hoverAt(event->position());
    updateCursor();
    const QPointF pos = toPicture(event->position());
    Q_EMIT pointerMoved(pos, hasImage() && QRectF(QPointF(0, 0), pictureSize()).contains(pos));
}

void ImageView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && std::exchange(m_mapHeld, false)) return;
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton)
        activeTool().release(event->position(), event->modifiers());
    if (event->button() == Qt::MiddleButton) setPanHeld(false);
    followGesture();
    hoverAt(event->position());
    updateCursor();
}

void ImageView::mouseDoubleClickEvent(QMouseEvent* event) {
    const bool forTool = event->button() == Qt::LeftButton && hasImage() && !miniMap().rect().contains(event->position());
    if (!forTool || !activeTool().doubleClick(event->position())) mousePressEvent(event);
    followGesture();
}

void ImageView::wheelEvent(QWheelEvent* event) {
    const Qt::KeyboardModifiers modifiers = event->modifiers();
    const bool control = modifiers.testFlag(Qt::ControlModifier);
    const bool zooms = control || (m_wheelAction == WheelAction::Zoom && !isTouchpad(*event) &&
                                   !modifiers.testFlag(Qt::ShiftModifier));
    event->accept();
    if (zooms) {
        const double notches = event->angleDelta().y() / kWheelNotch;
        zoomAt(event->position(), std::exp2(notches * kZoomPerNotch));
    } else if (!event->pixelDelta().isNull()) {
        scrollBy(event->pixelDelta());
    } else {
        QPointF notches = QPointF(event->angleDelta()) / kWheelNotch;
        if (modifiers.testFlag(Qt::ShiftModifier) && notches.x() == 0) notches = {notches.y(), 0};
        scrollBy(notches * kScrollPerNotch);
    }
    hoverAt(event->position());
}

bool ImageView::pinch(const QEvent& event) {
    const auto& gesture = static_cast<const QNativeGestureEvent&>(event);
    if (gesture.gestureType() != Qt::ZoomNativeGesture) return false;
    zoomAt(gesture.position(), 1 + gesture.value());
    return true;
}

void ImageView::leaveEvent(QEvent*) {
    m_pointer.reset();
    m_hovered.reset();
    update();
    Q_EMIT pointerMoved({}, false);
}

void ImageView::hoverAt(QPointF widgetPos) {
    if (activeTool().isPressed()) return;
    const bool hovers =
        m_tool == Tool::Select && !m_panHeld && hasImage() && rect().contains(widgetPos.toPoint());
    const CanvasRegion* hit = hovers ? regionAt(m_index, toPicture(widgetPos)) : nullptr;
    const auto hovered = hit ? std::optional(hit->id) : std::nullopt;
    if (hovered == m_hovered && !activeTool().showsCrosshair()) return;
    m_hovered = hovered;
    update();
}

void ImageView::updateCursor() {
    const QPointF pointer = m_pointer.value_or(QPointF(-1, -1));
    Qt::CursorShape shape = hasImage() ? activeTool().cursorAt(pointer) : Qt::ArrowCursor;
    if (hasImage() && !activeTool().isPressed() && miniMap().rect().contains(pointer)) shape = Qt::PointingHandCursor;
    if (cursor().shape() != shape) setCursor(shape);
}

void ImageView::selectForMenu(QPointF widgetPos) {
    const CanvasRegion* hit = regionAt(m_index, toPicture(widgetPos));
    if (hit && !m_selection.contains(hit->id)) setSelection({hit->id});
}

void ImageView::dragEnterEvent(QDragEnterEvent* event) {
    if (!event->mimeData()->hasUrls()) return;
    m_filesOver = true;
    event->acceptProposedAction();
    update();
}

void ImageView::dragLeaveEvent(QDragLeaveEvent*) {
    m_filesOver = false;
    update();
}

void ImageView::dropEvent(QDropEvent* event) {
    m_filesOver = false;
    update();
    event->acceptProposedAction();
    Q_EMIT filesDropped(event->mimeData()->urls());
}

} // namespace rb::ui
