#pragma once

#include <QRect>

namespace rb::ui {

/// Where a card stands that belongs to `anchor`: at the side that faces the middle of `window`, its foot
/// level with the anchor's; inside the anchor where that side has no room. Never outside the window.
QPoint placeBeside(const QRect& anchor, const QRect& window, const QSize& card);

} // namespace rb::ui
