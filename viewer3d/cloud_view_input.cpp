#include "viewer3d/cloud_view.h"

#include "viewer3d/cloud_view_parts.h"
#include "viewer3d/overlay/orientation_cube.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <utility>

namespace rb::viewer3d {
namespace {

constexpr double kDragThreshold = 3; // pixels; as on the canvas of pictures
constexpr double kWheelStep = 120;   // of an angle delta, one notch
constexpr int kFlyMs = 16;

} // namespace

QRectF CloudView::Parts::cubeRect() const { return {owner.width() - 96.0, 12, 84, 84}; }

std::optional<StandardView> CloudView::Parts::cubeSideAt(QPointF pos) const {
    return OrientationCube(control.camera(), cubeRect()).sideAt(pos);
}

void CloudView::Parts::press(const QMouseEvent& event) {
    if (gesture != Gesture::None) return;
    from = last = event.position();
    travelled = false;
    button = event.button();
    const bool left = button == Qt::LeftButton;
    if (left && cubeSideAt(from)) {
        gesture = Gesture::Cube;
    } else if (left && activeTool().takes(from)) {
        gesture = Gesture::Tool;
        activeTool().press(from, event.modifiers());
    } else {
        const Motion motion = motionFor(control.preset(), button, event.modifiers(), tool != Tool::Select && !left);
        if (motion == Motion::None) return;
        gesture = Gesture::Camera;
        control.beginDrag(motion, from, motion == Motion::Orbit ? std::nullopt : placeUnder(from));
    }
    repaintView();
}

void CloudView::Parts::move(const QMouseEvent& event) {
    last = event.position();
    if (gesture == Gesture::None) {
        const auto side = cubeSideAt(last);
        if (std::exchange(hoveredSide, side) != side) repaintView();
        activeTool().hover(last, event.modifiers());
        updateCursor();
        return;
    }
    travelled = travelled || (last - from).manhattanLength() >= kDragThreshold;
    if (!travelled) return;
    if (gesture == Gesture::Tool) activeTool().drag(last, event.modifiers());
    if (gesture == Gesture::Camera && control.dragTo(last)) viewMoved();
}

void CloudView::Parts::release(const QMouseEvent& event) {
    if (std::exchange(swallowRelease, false) || gesture == Gesture::None || event.button() != button) return;
    last = event.position();
    const Gesture done = std::exchange(gesture, Gesture::None);
    control.endDrag();
    if (done == Gesture::Tool) activeTool().release(last, event.modifiers(), travelled);
    if (done == Gesture::Camera && !travelled && button == Qt::LeftButton) click(last, event.modifiers());
    const auto side = cubeSideAt(last);
    if (done == Gesture::Cube && side) owner.seeFrom(*side);
    updateCursor();
    repaintView();
}

void CloudView::Parts::click(QPointF pos, Qt::KeyboardModifiers modifiers) {
    activeTool().click(pos, modifiers);
    const auto place = placeUnder(pos);
    if (!place) return;
    const Vec3d inFile = cloud ? *place + cloud->offset : *place;
    Q_EMIT owner.pointPicked(inFile[0], inFile[1], inFile[2]);
}

void CloudView::Parts::command(const ViewCommand& command) {
    switch (command.kind) {
    case ViewCommand::Kind::SeeFrom: owner.seeFrom(command.view); break;
    case ViewCommand::Kind::OtherProjection: owner.toggleProjection(); break;
    case ViewCommand::Kind::FrameAll: owner.frameAll(); break;
    case ViewCommand::Kind::FrameSelection: owner.frameSelection(); break;
    case ViewCommand::Kind::PickPivot:
        if (const auto place = placeUnder(last)) control.setPivot(*place);
        break;
    }
}

bool CloudView::Parts::key(const QKeyEvent& event) {
    if (event.key() == Qt::Key_Escape) {
        if (activeTool().cancel()) owner.cancelGesture();
        else owner.setTool(Tool::Select);
        return true;
    }
    if (activeTool().keyPress(event)) return true;
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (const auto wanted = commandFor(event.key(), modifiers)) {
        command(*wanted);
        return true;
    }
    if (event.isAutoRepeat()) return flightOf(control.preset(), event.key(), modifiers) != Vec3d{};
    if (!control.flightKey(event.key(), modifiers, true)) return false;
    fast = modifiers.testFlag(Qt::ShiftModifier);
    if (!flyTimer.isActive()) flown.start();
    flyTimer.start(kFlyMs);
    return true;
}

bool CloudView::Parts::claims(const QKeyEvent& event) const {
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (commandFor(event.key(), modifiers) || flightOf(control.preset(), event.key(), modifiers) != Vec3d{}) return true;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Z:
    case Qt::Key_X: return selectedBounds().has_value() && !(modifiers & ~Qt::ShiftModifier);
    case Qt::Key_Backspace: return tool != Tool::Select;
    default: return false;
    }
}

void CloudView::Parts::updateCursor() {
    owner.setCursor(hoveredSide ? Qt::PointingHandCursor : gesture == Gesture::Camera ? Qt::ClosedHandCursor : activeTool().cursorAt(last));
}

bool CloudView::event(QEvent* event) {
    // Keys of the view go to it while it has the focus, although they may be shortcuts of the window.
    if (event->type() == QEvent::ShortcutOverride && m_parts->claims(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void CloudView::mousePressEvent(QMouseEvent* event) { m_parts->press(*event); }
void CloudView::mouseMoveEvent(QMouseEvent* event) { m_parts->move(*event); }
void CloudView::mouseReleaseEvent(QMouseEvent* event) { m_parts->release(*event); }

void CloudView::mouseDoubleClickEvent(QMouseEvent* event) {
    Parts& p = *m_parts;
    if (event->button() == Qt::LeftButton && p.activeTool().doubleClick(event->position())) {
        p.swallowRelease = true;
        return;
    }
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && p.tool == Tool::Select)) {
        if (const auto place = p.placeUnder(event->position())) {
            p.control.centreOn(*place);
            p.viewMoved();
        }
        p.swallowRelease = true;
        return;
    }
    p.press(*event);
}

void CloudView::wheelEvent(QWheelEvent* event) {
    Parts& p = *m_parts;
    const double steps = event->angleDelta().y() / kWheelStep;
    if (p.gesture == Parts::Gesture::None && p.control.wheel(steps, event->position(), p.placeUnder(event->position()))) p.viewMoved();
    event->accept();
}

void CloudView::keyPressEvent(QKeyEvent* event) {
    if (!m_parts->key(*event)) QWidget::keyPressEvent(event);
}

void CloudView::keyReleaseEvent(QKeyEvent* event) {
    m_parts->activeTool().keyRelease(*event);
    const bool flew = !event->isAutoRepeat() && m_parts->control.flightKey(event->key(), event->modifiers(), false);
    if (!flew) QWidget::keyReleaseEvent(event);
}

void CloudView::focusOutEvent(QFocusEvent* event) {
    m_parts->activeTool().finish();
    m_parts->control.stopFlying();
    QWidget::focusOutEvent(event);
}

void CloudView::leaveEvent(QEvent* event) {
    if (std::exchange(m_parts->hoveredSide, std::nullopt)) m_parts->repaintView();
    QWidget::leaveEvent(event);
}

} // namespace rb::viewer3d
