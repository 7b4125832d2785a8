// What mouse, wheel, keys, drops and the desktop do to the view; image_view.cpp holds the rest.
#include "ui/image_view/image_view.h"
#include "ui/tools/box_tool.h"
#include "ui/tools/canvas_tool.h"
#include "ui/tools/hit_test.h"

#include <QInputDevice>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QNativeGestureEvent>

#include <cmath>

namespace rb::ui {

namespace {

constexpr double kWheelNotch = 120;
constexpr double kZoomPerNotch = 0.25; // in doublings
constexpr double kScrollPerNotch = 60; // widget pixels
constexpr double kScrollPerKey = 40;
constexpr qint64 kHoldMs = 300; // a letter held longer is a tool for as long as it is held

bool isEnter(const QKeyEvent& event) {
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

bool isArrow(const QKeyEvent& event) {
    return event.key() >= Qt::Key_Left && event.key() <= Qt::Key_Down;
}

bool isTab(const QKeyEvent& event) {
    return event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab;
}

Qt::KeyboardModifiers modifiersOf(const QKeyEvent& event) {
    return event.modifiers() & ~Qt::KeypadModifier;
}

bool isTouchpad(const QWheelEvent& event) {
    return !event.pixelDelta().isNull() && event.device() &&
           event.device()->type() == QInputDevice::DeviceType::TouchPad;
}

} // namespace

bool ImageView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && claimsShortcut(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    // Here and not in keyPressEvent: QWidget would move the focus first.
    if (event->type() == QEvent::KeyPress && tabKey(*static_cast<QKeyEvent*>(event))) return true;
    if (event->type() == QEvent::NativeGesture && pinch(*event)) return true;
    return QWidget::event(event);
}

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
    if (event->button() == Qt::MiddleButton && !activeTool().isPressed()) setPanHeld(true);
    const bool forTool =
        event->button() == Qt::LeftButton || (event->button() == Qt::MiddleButton && m_panHeld);
    if (forTool) activeTool().press(event->position(), event->modifiers());
    if (event->button() == Qt::RightButton) selectForMenu(event->position());
    updateCursor();
}

void ImageView::mouseMoveEvent(QMouseEvent* event) {
    m_pointer = event->position();
    activeTool().move(event->position(), event->modifiers());
    hoverAt(event->position());
    updateCursor();
    const QPointF pos = toPicture(event->position());
    Q_EMIT pointerMoved(pos, hasImage() && QRectF(QPointF(0, 0), pictureSize()).contains(pos));
}

void ImageView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton)
        activeTool().release(event->position(), event->modifiers());
    if (event->button() == Qt::MiddleButton) setPanHeld(false);
    hoverAt(event->position());
    updateCursor();
}

void ImageView::mouseDoubleClickEvent(QMouseEvent* event) {
    const CanvasRegion* hit = regionAt(m_regions, toPicture(event->position()));
    if (event->button() == Qt::LeftButton && &activeTool() == m_selectTool.get() && hit) {
        requestCaptionEdit(hit->id);
    } else {
        mousePressEvent(event);
    }
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

void ImageView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void ImageView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    activeTool().finish();
    setPanHeld(false);
}

bool ImageView::claimsShortcut(const QKeyEvent& event) const {
    const bool plain = !(modifiersOf(event) & ~Qt::ShiftModifier);
    if (!plain || !hasImage()) return false;
    const bool busy = activeTool().isPressed() || activeTool().newBox();
    if (event.key() == Qt::Key_Escape) return busy;
    if (isEnter(event)) return m_tool == Tool::Box && !event.modifiers().testFlag(Qt::ShiftModifier);
    return event.key() == Qt::Key_Space || isArrow(event) || (isTab(event) && !m_regions.empty());
}

bool ImageView::tabKey(const QKeyEvent& event) {
    const bool leaves = modifiersOf(event) & (Qt::ControlModifier | Qt::AltModifier);
    if (!isTab(event) || leaves || m_regions.empty() || !hasImage()) return false;
    const bool back = event.key() == Qt::Key_Backtab || event.modifiers().testFlag(Qt::ShiftModifier);
    selectStep(back ? -1 : 1);
    return true;
}

void ImageView::keyPressEvent(QKeyEvent* event) {
    const bool used = heldKey(*event) || activeTool().keyPress(*event) || toolKey(*event) ||
                      zoomKey(*event) || regionKey(*event) || scrollKey(*event);
    if (!used) QWidget::keyPressEvent(event);
}

void ImageView::keyReleaseEvent(QKeyEvent* event) {
    activeTool().keyRelease(*event);
    if (event->isAutoRepeat()) return;
    if (event->key() == Qt::Key_Space) setPanHeld(false);
    if (event->key() == Qt::Key_H && m_tool == Tool::Pan && m_holdTime.isValid()) {
        if (m_holdTime.elapsed() >= kHoldMs) setTool(m_toolBeforeHold);
        m_holdTime.invalidate();
    }
    heldKey(*event);
}

/// Space, and Shift or Alt pressed or released in the middle of a drag.
bool ImageView::heldKey(const QKeyEvent& event) {
    const bool press = event.type() == QEvent::KeyPress;
    if (press && event.key() == Qt::Key_Space && !modifiersOf(event)) {
        if (!event.isAutoRepeat() && !activeTool().isPressed()) setPanHeld(true);
        return true;
    }
    Qt::KeyboardModifier modifier = Qt::NoModifier;
    if (event.key() == Qt::Key_Shift) modifier = Qt::ShiftModifier;
    if (event.key() == Qt::Key_Alt) modifier = Qt::AltModifier;
    if (modifier == Qt::NoModifier || !m_pointer || !activeTool().isDragging()) return false;
    activeTool().move(*m_pointer, event.modifiers().setFlag(modifier, press));
    return true;
}

bool ImageView::toolKey(const QKeyEvent& event) {
    const Qt::KeyboardModifiers modifiers = modifiersOf(event);
    const bool plain = modifiers == Qt::NoModifier;
    const bool control = modifiers == Qt::ControlModifier;
    if ((plain && event.key() == Qt::Key_V)) {
        setTool(Tool::Select);
    } else if (control && event.key() == Qt::Key_J) {
        setTool(m_tool == Tool::Select ? Tool::Box : Tool::Select);
    } else if ((plain && (event.key() == Qt::Key_R || event.key() == Qt::Key_N)) ||
               (control && event.key() == Qt::Key_R)) {
        setTool(Tool::Box);
    } else if (plain && event.key() == Qt::Key_H) {
        if (event.isAutoRepeat()) return true;
        if (m_tool != Tool::Pan) m_toolBeforeHold = m_tool;
        setTool(Tool::Pan);
        m_holdTime.start();
    } else if (plain && event.key() == Qt::Key_Escape) {
        escape();
    } else {
        return false;
    }
    return true;
}

bool ImageView::zoomKey(const QKeyEvent& event) {
    const Qt::KeyboardModifiers modifiers = modifiersOf(event);
    const bool control = modifiers.testFlag(Qt::ControlModifier);
    const bool shift = modifiers.testFlag(Qt::ShiftModifier);
    if (event.key() == Qt::Key_F && modifiers == Qt::NoModifier) {
        fitToWindow();
    } else if (event.key() == Qt::Key_F && control && shift) {
        fitWidth();
    } else if (event.key() == Qt::Key_0 && control) {
        actualSize();
    } else if (event.key() == Qt::Key_Plus || event.key() == Qt::Key_Equal) {
        zoomIn();
    } else if (event.key() == Qt::Key_Minus || event.key() == Qt::Key_Underscore) {
        zoomOut();
    } else {
        return false;
    }
    return true;
}

bool ImageView::regionKey(const QKeyEvent& event) {
    const Qt::KeyboardModifiers modifiers = modifiersOf(event);
    const bool remove = event.key() == Qt::Key_Delete || event.key() == Qt::Key_Backspace;
    if (remove && !(modifiers & ~Qt::ShiftModifier)) {
        requestRemoval(modifiers.testFlag(Qt::ShiftModifier));
    } else if (event.key() == Qt::Key_A && modifiers == Qt::ControlModifier) {
        selectAll();
    } else if ((event.key() == Qt::Key_F2 || isEnter(event)) && modifiers == Qt::NoModifier &&
               m_selection.size() == 1) {
        requestCaptionEdit(*m_selection.begin());
    } else {
        return false;
    }
    return true;
}

bool ImageView::scrollKey(const QKeyEvent& event) {
    if (!isArrow(event) || modifiersOf(event) || !hasImage()) return false;
    switch (event.key()) {
    case Qt::Key_Left:
        scrollBy({kScrollPerKey, 0});
        break;
    case Qt::Key_Right:
        scrollBy({-kScrollPerKey, 0});
        break;
    case Qt::Key_Up:
        scrollBy({0, kScrollPerKey});
        break;
    default:
        scrollBy({0, -kScrollPerKey});
        break;
    }
    return true;
}

void ImageView::escape() {
    if (activeTool().cancel()) return;
    if (m_tool != Tool::Select) {
        setTool(Tool::Select);
    } else {
        setSelection({});
    }
}

void ImageView::setPanHeld(bool held) {
    if (held == m_panHeld) return;
    m_panTool->cancel();
    m_panHeld = held;
    updateCursor();
}

void ImageView::hoverAt(QPointF widgetPos) {
    if (activeTool().isPressed()) return;
    const bool hovers =
        m_tool == Tool::Select && !m_panHeld && hasImage() && rect().contains(widgetPos.toPoint());
    const CanvasRegion* hit = hovers ? regionAt(m_regions, toPicture(widgetPos)) : nullptr;
    const auto hovered = hit ? std::optional(hit->id) : std::nullopt;
    if (hovered == m_hovered && !activeTool().showsCrosshair()) return;
    m_hovered = hovered;
    update();
}

void ImageView::updateCursor() {
    const Qt::CursorShape shape =
        hasImage() ? activeTool().cursorAt(m_pointer.value_or(QPointF(-1, -1))) : Qt::ArrowCursor;
    if (cursor().shape() != shape) setCursor(shape);
}

void ImageView::selectForMenu(QPointF widgetPos) {
    const CanvasRegion* hit = regionAt(m_regions, toPicture(widgetPos));
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
