#include "ui/tools/box_tool.h"

#include "ui/tools/box_edit.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace rb::ui {

namespace {

constexpr double kKeyStep = 8;      // widget pixels a key press moves a box by
constexpr double kStartingPart = 3; // a new box takes this fraction of the visible picture

QPointF directionOf(int key) {
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

} // namespace

Qt::CursorShape BoxTool::cursorAt(QPointF) const {
    return canvas().isReadOnly() ? Qt::ForbiddenCursor : Qt::CrossCursor;
}

bool BoxTool::showsCrosshair() const {
    return !m_box && !canvas().isReadOnly();
}

void BoxTool::dragged(const Drag& drag) {
    if (canvas().isReadOnly() || canvas().pictureSize().isEmpty()) return;
    const DragRule rule{drag.modifiers.testFlag(Qt::ShiftModifier) ? 1.0 : 0.0,
                        drag.modifiers.testFlag(Qt::AltModifier)};
    const QSizeF picture = canvas().pictureSize();
    m_box = spanned(onPixelGrid(drag.fromPicture, picture), canvas().toPicture(drag.to), rule, picture);
}

void BoxTool::dropped(const Drag&) {
    if (!m_box || !isLargeEnough(*m_box)) return;
    canvas().requestBox(*m_box);
}

bool BoxTool::cancelled() {
    const bool any = m_box.has_value();
    m_box.reset();
    return any;
}

bool BoxTool::keyPress(const QKeyEvent& event) {
    if (isPressed() || canvas().isReadOnly() || canvas().pictureSize().isEmpty()) return false;
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (enter && !m_box) {
        m_box = startingBox();
    } else if (enter) {
        const geometry::Box2 box = *m_box;
        m_box.reset();
        canvas().requestBox(box);
    } else if (const QPointF direction = directionOf(event.key()); m_box && !direction.isNull()) {
        moveOrSize(direction, event.modifiers());
    } else {
        return false;
    }
    canvas().repaintCanvas();
    return true;
}

geometry::Box2 BoxTool::startingBox() const {
    const QSizeF picture = canvas().pictureSize();
    const QRectF view = canvas().viewRect();
    const QRectF all(QPointF(0, 0), picture);
    const QRectF visible =
        QRectF(canvas().toPicture(view.topLeft()), canvas().toPicture(view.bottomRight())) & all;
    const QRectF frame = visible.isEmpty() ? all : visible;
    const double width =
        std::max(std::min(kMinBoxSide, picture.width()), std::round(frame.width() / kStartingPart));
    const double height =
        std::max(std::min(kMinBoxSide, picture.height()), std::round(frame.height() / kStartingPart));
    const QPointF corner = onPixelGrid(frame.center() - QPointF(width / 2, height / 2), picture);
    return {std::min(corner.x(), picture.width() - width), std::min(corner.y(), picture.height() - height),
            width, height};
}

void BoxTool::moveOrSize(QPointF direction, Qt::KeyboardModifiers modifiers) {
    const QSizeF picture = canvas().pictureSize();
    const double widgetPerPixel = canvas().toWidget({1, 0}).x() - canvas().toWidget({0, 0}).x();
    const double coarse = std::max(1.0, std::round(kKeyStep / widgetPerPixel));
    const QPointF step = direction * (modifiers.testFlag(Qt::ControlModifier) ? 1.0 : coarse);
    if (!modifiers.testFlag(Qt::ShiftModifier)) {
        m_box = movedBy(*m_box, allowedMove({*m_box}, step, picture));
        return;
    }
    m_box->width = std::clamp(m_box->width + step.x(), std::min(kMinBoxSide, picture.width()),
                              picture.width() - m_box->x);
    m_box->height = std::clamp(m_box->height + step.y(), std::min(kMinBoxSide, picture.height()),
                               picture.height() - m_box->y);
}

} // namespace rb::ui
