#include "ui/tools/rotated_box_tool.h"

#include "ui/tools/keyboard_box.h"
#include "ui/tools/shape_edit.h"

#include <QKeyEvent>

#include <cmath>

namespace rb::ui {

namespace {

constexpr double kAngleStep = 15; // degrees

double stepped(double degrees, Qt::KeyboardModifiers modifiers) {
    return modifiers.testFlag(Qt::ControlModifier) ? std::round(degrees / kAngleStep) * kAngleStep : degrees;
}

geometry::Point2 point(QPointF pos) {
    return {pos.x(), pos.y()};
}

bool turns(const QKeyEvent& event) {
    return event.modifiers().testFlag(Qt::AltModifier) &&
           (event.key() == Qt::Key_Left || event.key() == Qt::Key_Right);
}

} // namespace

std::optional<geometry::Shape2> RotatedBoxTool::newShape() const {
    if (m_step == Step::Idle || m_step == Step::Edge) return std::nullopt;
    return m_shape;
}

std::vector<geometry::Point2> RotatedBoxTool::openLine() const {
    if (m_step != Step::Edge) return {};
    return {point(m_first), point(m_second)};
}

void RotatedBoxTool::pressed(const Drag& drag) {
    if (!canDraw()) return;
    if (m_step == Step::Idle || m_step == Step::Edge) prepareSnapping();
    if (m_step == Step::Idle) m_first = placed(drag.fromPicture, drag.modifiers);
}

void RotatedBoxTool::dragged(const Drag& drag) {
    if (!canDraw()) return;
    const QPointF pos = toPicture(drag.to);
    if (m_step != Step::Idle && m_step != Step::Spanning) {
        follow(pos, drag.modifiers);
        return;
    }
    m_step = Step::Spanning;
    const QPointF to = placed(pos, drag.modifiers);
    const DragRule rule{drag.modifiers.testFlag(Qt::ShiftModifier) ? 1.0 : 0.0,
                        drag.modifiers.testFlag(Qt::AltModifier), guides().x.has_value(), guides().y.has_value()};
    m_shape = geometry::boxShape(spanned(m_first, to, rule, canvas().pictureSize()));
}

void RotatedBoxTool::dropped(const Drag& drag) {
    if (m_step != Step::Spanning) {
        clicked(drag);
    } else if (!isLargeEnough(m_shape)) {
        cancelled();
    } else {
        m_step = Step::Turning;
        m_grabbedAt = directionDegrees(centreOf(m_shape), toPicture(drag.to));
    }
}

void RotatedBoxTool::clicked(const Drag& drag) {
    if (!canDraw()) return;
    const QPointF pos = toPicture(drag.to);
    if (m_step == Step::Idle) {
        m_step = Step::Edge;
        m_second = m_first;
        return;
    }
    follow(pos, drag.modifiers);
    if (m_step != Step::Edge) {
        ask(m_shape);
    } else if (std::hypot(m_second.x() - m_first.x(), m_second.y() - m_first.y()) >= kMinBoxSide) {
        m_step = Step::Width;
        m_shape = onEdge(pos);
    }
}

void RotatedBoxTool::hovered(const Drag& drag) {
    if (m_step == Step::Idle || m_step == Step::Keys || !canDraw()) return;
    if (m_step == Step::Edge) prepareSnapping();
    follow(toPicture(drag.to), drag.modifiers);
    canvas().repaintCanvas();
}

void RotatedBoxTool::follow(QPointF picturePos, Qt::KeyboardModifiers modifiers) {
    if (m_step == Step::Edge) {
        m_second = snapped(picturePos, modifiers);
        const double angle = directionDegrees(m_first, m_second);
        m_second = turnedAbout(m_second, m_first, stepped(angle, modifiers) - angle);
    } else if (m_step == Step::Width) {
        m_shape = onEdge(picturePos);
    } else if (m_step == Step::Turning) {
        turnTo(picturePos, modifiers);
    }
}

void RotatedBoxTool::turnTo(QPointF picturePos, Qt::KeyboardModifiers modifiers) {
    const double angle = directionDegrees(centreOf(m_shape), picturePos) - m_grabbedAt;
    m_shape = geometry::rotatedBox(m_shape.box, stepped(angle, modifiers));
}

/// The turned box with the edge as one of its sides, reaching to the pointer.
geometry::Shape2 RotatedBoxTool::onEdge(QPointF picturePos) const {
    const double angle = directionDegrees(m_first, m_second);
    const double length = std::hypot(m_second.x() - m_first.x(), m_second.y() - m_first.y());
    const double width = turnedAbout(picturePos, m_first, -angle).y() - m_first.y();
    const QPointF middle = turnedAbout(m_first + QPointF(length / 2, width / 2), m_first, angle);
    return geometry::rotatedBox(
        {middle.x() - length / 2, middle.y() - std::abs(width) / 2, length, std::abs(width)}, angle);
}

bool RotatedBoxTool::cancelled() {
    return std::exchange(m_step, Step::Idle) != Step::Idle;
}

bool RotatedBoxTool::claims(const QKeyEvent& event) const {
    return DrawTool::claims(event) || (m_step == Step::Keys && turns(event));
}

bool RotatedBoxTool::drawingKey(const QKeyEvent& event) {
    if (isEnter(event) && m_step == Step::Idle) {
        m_step = Step::Keys;
        m_shape = geometry::boxShape(startingBox(canvas()));
    } else if (isEnter(event) && newShape()) {
        ask(m_shape);
    } else if (m_step == Step::Keys && turns(event)) {
        const double step = event.modifiers().testFlag(Qt::ShiftModifier) ? kAngleStep : 1;
        m_shape = geometry::rotatedBox(m_shape.box, m_shape.angle + (event.key() == Qt::Key_Left ? -step : step));
    } else if (m_step == Step::Keys && !directionOf(event.key()).isNull()) {
        m_shape = geometry::rotatedBox(movedOrSized(m_shape.box, canvas(), event), m_shape.angle);
    } else {
        return false;
    }
    return true;
}

} // namespace rb::ui
