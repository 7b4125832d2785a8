#include "ui/image_view/plate_layout.h"

#include <algorithm>
#include <array>
#include <limits>

namespace rb::ui {

namespace {

constexpr double kPreference = 24; // square widget pixels that a place is worth more than the next

std::array<QRectF, 9> candidates(const QRectF& box, QSizeF size, double gap) {
    const double w = size.width();
    const double h = size.height();
    const auto at = [&](double x, double y) { return QRectF(QPointF(x, y), size); };
    return {at(box.left(), box.top() - gap - h),
            at(box.left(), box.bottom() + gap),
            at(box.right() - w, box.top() - gap - h),
            at(box.right() - w, box.bottom() + gap),
            at(box.right() + gap, box.top()),
            at(box.left() - gap - w, box.top()),
            at(box.left() + gap, box.top() + gap),
            at(box.left() + gap, box.bottom() - gap - h),
            at(box.center().x() - w / 2, box.top() - gap - h)};
}

/// Shifted into the view.
QRectF kept(QRectF rect, const QRectF& view) {
    rect.moveLeft(std::max(view.left(), std::min(rect.left(), view.right() - rect.width())));
    rect.moveTop(std::max(view.top(), std::min(rect.top(), view.bottom() - rect.height())));
    return rect;
}

double area(const QRectF& rect) {
    return rect.isEmpty() ? 0 : rect.width() * rect.height();
}

} // namespace

std::optional<QRectF> PlateLayout::place(const QRectF& box, QSizeF size, double gap, bool insist) {
    std::optional<QRectF> best;
    double bestCost = std::numeric_limits<double>::infinity();
    double preference = 0;
    // A box larger than the view has its plate at the part of it that is seen.
    const QRectF seen = box & m_view;
    for (const QRectF& candidate : candidates(seen.isEmpty() ? box : seen, size, gap)) {
        const QRectF rect = kept(candidate, m_view);
        const double cost = hiddenArea(rect, box) + preference;
        preference += kPreference;
        if (cost >= bestCost || !isFree(rect)) continue;
        best = rect;
        bestCost = cost;
    }
    if (!best && insist) best = kept(candidates(box, size, gap).front(), m_view);
    if (best) m_plates.push_back(*best);
    return best;
}

bool PlateLayout::take(const QRectF& rect) {
    if (!isFree(rect)) return false;
    m_plates.push_back(rect);
    return true;
}

bool PlateLayout::isFree(const QRectF& rect) const {
    return std::none_of(m_plates.begin(), m_plates.end(),
                        [&](const QRectF& plate) { return plate.intersects(rect); });
}

double PlateLayout::hiddenArea(const QRectF& rect, const QRectF& own) const {
    double hidden = area(rect & own);
    for (const QRectF& box : m_boxes)
        if (box != own) hidden += area(box & rect);
    return hidden;
}

} // namespace rb::ui
