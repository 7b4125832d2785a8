#include "ui/help/beside.h"

#include <algorithm>

namespace rb::ui {

static constexpr int kMargin = 12;

QPoint placeBeside(const QRect& anchor, const QRect& window, const QSize& card) {
    const int left = anchor.left() - kMargin - card.width(), right = anchor.right() + 1 + kMargin;
    const bool toTheLeft = anchor.center().x() >= window.center().x();
    const bool room = toTheLeft ? left >= window.left() + kMargin : right + card.width() + kMargin <= window.right() + 1;
    const int inside = anchor.right() + 1 - kMargin - card.width();
    const int x = !room ? inside : toTheLeft ? left : right;
    const int y = anchor.bottom() + 1 - kMargin - card.height();
    const QPoint last(window.right() + 1 - card.width(), window.bottom() + 1 - card.height());
    return {std::max(window.left(), std::min(x, last.x())), std::max(window.top(), std::min(y, last.y()))};
}

} // namespace rb::ui
