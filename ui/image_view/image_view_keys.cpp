// What keys do to the view; image_view.cpp holds the rest.
#include "ui/image_view/image_view.h"
#include "ui/tools/keyboard_box.h"

#include <QKeyEvent>

namespace rb::ui {

namespace {

constexpr double kScrollPerKey = 40;
constexpr qint64 kHoldMs = 300; // a letter held longer is a tool for as long as it is held

bool isArrow(const QKeyEvent& event) {
    return !directionOf(event.key()).isNull();
}

bool isTab(const QKeyEvent& event) {
    return event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab;
}

Qt::KeyboardModifiers modifiersOf(const QKeyEvent& event) {
    return event.modifiers() & ~Qt::KeypadModifier;
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

void ImageView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void ImageView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    activeTool().finish();
    setPanHeld(false);
    followGesture();
}

bool ImageView::claimsShortcut(const QKeyEvent& event) const {
    if (!hasImage()) return false;
    if (activeTool().claims(event)) return true;
    if (modifiersOf(event) & ~Qt::ShiftModifier) return false;
    if (event.key() == Qt::Key_Escape) return activeTool().isPressed();
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
    followGesture();
    if (used) announce();
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
    followGesture();
}

/// Space, and Shift, Ctrl or Alt pressed or released in the middle of a drag.
bool ImageView::heldKey(const QKeyEvent& event) {
    const bool press = event.type() == QEvent::KeyPress;
    if (press && event.key() == Qt::Key_Space && !modifiersOf(event)) {
        if (!event.isAutoRepeat() && !activeTool().isPressed()) setPanHeld(true);
        return true;
    }
    Qt::KeyboardModifier modifier = Qt::NoModifier;
    if (event.key() == Qt::Key_Shift) modifier = Qt::ShiftModifier;
    if (event.key() == Qt::Key_Alt) modifier = Qt::AltModifier;
    if (event.key() == Qt::Key_Control) modifier = Qt::ControlModifier;
    if (modifier == Qt::NoModifier || !m_pointer || !activeTool().isDragging()) return false;
    activeTool().move(*m_pointer, event.modifiers().setFlag(modifier, press));
    return true;
}

bool ImageView::toolKey(const QKeyEvent& event) {
    const Qt::KeyboardModifiers modifiers = modifiersOf(event);
    const bool plain = modifiers == Qt::NoModifier;
    const bool control = modifiers == Qt::ControlModifier;
    if (plain && event.key() == Qt::Key_V) {
        setTool(Tool::Select);
    } else if (control && event.key() == Qt::Key_J) {
        setTool(m_tool == Tool::Select ? m_lastDrawTool : Tool::Select);
    } else if ((plain || control) && event.key() == Qt::Key_R) {
        setTool(Tool::Box);
    } else if (plain && event.key() == Qt::Key_O) {
        setTool(Tool::RotatedBox);
    } else if (plain && event.key() == Qt::Key_P) {
        setTool(Tool::Polygon);
    } else if (plain && event.key() == Qt::Key_N) {
        setTool(m_lastDrawTool);
    } else if (plain && event.key() == Qt::Key_H) {
        if (!event.isAutoRepeat()) holdPanTool();
    } else if (plain && event.key() == Qt::Key_Escape) {
        escape();
    } else {
        return false;
    }
    return true;
}

void ImageView::holdPanTool() {
    if (m_tool != Tool::Pan) m_toolBeforeHold = m_tool;
    setTool(Tool::Pan);
    m_holdTime.start();
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

} // namespace rb::ui
