#include "ui/tools/box_edit.h"

#include <algorithm>
#include <cmath>

namespace rb::ui {

namespace {

struct Span {
    double from = 0;
    double size = 0;
};

double room(double anchor, bool forwards, bool fromCentre, double limit) {
    const double before = std::max(0.0, anchor);
    const double after = std::max(0.0, limit - anchor);
    if (fromCentre) return std::min(before, after);
    return forwards ? after : before;
}

Span laidOut(double anchor, double reach, bool forwards, bool fromCentre) {
    if (fromCentre) return {anchor - reach, 2 * reach};
    return {forwards ? anchor : anchor - reach, reach};
}

/// One side that has to reach kMinBoxSide, grown in the direction it was dragged, then pushed inside.
Span atLeastMinimum(Span span, bool forwards, double limit) {
    const double minimum = std::min(kMinBoxSide, limit);
    if (span.size >= minimum) return span;
    if (!forwards) span.from -= minimum - span.size;
    span.size = minimum;
    span.from = std::clamp(span.from, 0.0, limit - minimum);
    return span;
}

bool isLeft(Handle handle) {
    return handle == Handle::TopLeft || handle == Handle::Left || handle == Handle::BottomLeft;
}
bool isTop(Handle handle) {
    return handle == Handle::TopLeft || handle == Handle::Top || handle == Handle::TopRight;
}

} // namespace

QPointF onPixelGrid(QPointF picturePos, QSizeF picture) {
    return {std::clamp(std::round(picturePos.x()), 0.0, picture.width()),
            std::clamp(std::round(picturePos.y()), 0.0, picture.height())};
}

geometry::Box2 spanned(QPointF anchor, QPointF pos, const DragRule& rule, QSizeF picture) {
    QPointF target = onPixelGrid(pos, picture);
    if (rule.exactX) target.setX(std::clamp(pos.x(), 0.0, picture.width()));
    if (rule.exactY) target.setY(std::clamp(pos.y(), 0.0, picture.height()));
    const bool right = target.x() >= anchor.x();
    const bool down = target.y() >= anchor.y();
    const double roomX = room(anchor.x(), right, rule.fromCentre, picture.width());
    const double roomY = room(anchor.y(), down, rule.fromCentre, picture.height());
    double reachX = std::min(std::abs(target.x() - anchor.x()), roomX);
    double reachY = std::min(std::abs(target.y() - anchor.y()), roomY);
    if (rule.aspect > 0) {
        reachX = std::min({std::max(reachX, reachY * rule.aspect), roomX, roomY * rule.aspect});
        reachY = reachX / rule.aspect;
    }
    const Span x = laidOut(anchor.x(), reachX, right, rule.fromCentre);
    const Span y = laidOut(anchor.y(), reachY, down, rule.fromCentre);
    return {x.from, y.from, x.size, y.size};
}

geometry::Box2 resized(const geometry::Box2& box, Handle handle, QPointF pos, const DragRule& rule,
                       QSizeF picture) {
    if (handle == Handle::None) return box;
    const QPointF centre(box.x + box.width / 2, box.y + box.height / 2);
    const QPointF opposite(isLeft(handle) ? box.x + box.width : box.x,
                           isTop(handle) ? box.y + box.height : box.y);
    const QPointF anchor = rule.fromCentre ? centre : opposite;
    const bool sideways = handle == Handle::Left || handle == Handle::Right;
    const bool upright = handle == Handle::Top || handle == Handle::Bottom;
    DragRule free = rule;
    if (sideways || upright) free.aspect = 0;

    const geometry::Box2 raw = spanned(anchor, pos, free, picture);
    Span x{raw.x, raw.width};
    Span y{raw.y, raw.height};
    if (upright) x = {box.x, box.width};
    if (sideways) y = {box.y, box.height};
    x = atLeastMinimum(x, pos.x() >= anchor.x(), picture.width());
    y = atLeastMinimum(y, pos.y() >= anchor.y(), picture.height());
    return {x.from, y.from, x.size, y.size};
}

QPointF boundedMove(const std::vector<geometry::Box2>& boxes, QPointF delta, QSizeF picture) {
    double dx = delta.x();
    double dy = delta.y();
    // A box that already reaches over the edge may not go further out, but may stay or come back.
    for (const geometry::Box2& box : boxes) {
        dx = std::clamp(dx, std::min(0.0, -box.x), std::max(0.0, picture.width() - box.x - box.width));
        dy = std::clamp(dy, std::min(0.0, -box.y), std::max(0.0, picture.height() - box.y - box.height));
    }
    return {dx, dy};
}

QPointF allowedMove(const std::vector<geometry::Box2>& boxes, QPointF delta, QSizeF picture) {
    return boundedMove(boxes, {std::round(delta.x()), std::round(delta.y())}, picture);
}

geometry::Box2 movedBy(const geometry::Box2& box, QPointF delta) {
    return {box.x + delta.x(), box.y + delta.y(), box.width, box.height};
}

bool isLargeEnough(const geometry::Box2& box) {
    return box.width >= kMinBoxSide && box.height >= kMinBoxSide;
}

} // namespace rb::ui
