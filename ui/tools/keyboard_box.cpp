#include "ui/tools/keyboard_box.h"

#include "ui/tools/box_edit.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace rb::ui {

namespace {

constexpr double kKeyStep = 8;      // widget pixels a key press moves a box by
constexpr double kStartingPart = 3; // a new box takes this fraction of the visible picture

} // namespace

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

bool isEnter(const QKeyEvent& event) {
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

double keyStep(const Canvas& canvas, Qt::KeyboardModifiers modifiers) {
    if (modifiers.testFlag(Qt::ControlModifier)) return 1;
    return std::max(1.0, std::round(kKeyStep / canvas.transform().scale()));
}

QRectF visiblePicture(const Canvas& canvas) {
    const QRectF all(QPointF(0, 0), canvas.pictureSize());
    const QRectF visible = canvas.transform().toPicture(canvas.viewRect()) & all;
    return visible.isEmpty() ? all : visible;
}

geometry::Box2 startingBox(const Canvas& canvas) {
    const QSizeF picture = canvas.pictureSize();
    const QRectF frame = visiblePicture(canvas);
    const auto part = [](double all, double seen) {
        return std::max(std::min(kMinBoxSide, all), std::round(seen / kStartingPart));
    };
    const double width = part(picture.width(), frame.width());
    const double height = part(picture.height(), frame.height());
    const QPointF corner = onPixelGrid(frame.center() - QPointF(width / 2, height / 2), picture);
    return {std::min(corner.x(), picture.width() - width), std::min(corner.y(), picture.height() - height), width,
            height};
}

geometry::Box2 movedOrSized(const geometry::Box2& box, const Canvas& canvas, const QKeyEvent& event) {
    const QSizeF picture = canvas.pictureSize();
    const QPointF step = directionOf(event.key()) * keyStep(canvas, event.modifiers());
    if (!event.modifiers().testFlag(Qt::ShiftModifier)) return movedBy(box, allowedMove({box}, step, picture));
    const auto sized = [](double size, double by, double all, double from) {
        const double least = std::min(kMinBoxSide, all);
        return std::clamp(size + by, least, std::max(least, all - from));
    };
    return {box.x, box.y, sized(box.width, step.x(), picture.width(), box.x),
            sized(box.height, step.y(), picture.height(), box.y)};
}

} // namespace rb::ui
