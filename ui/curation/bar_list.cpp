#include "ui/curation/bar_list.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace rb::ui {

static constexpr int kGap = 8, kBarHeight = 10, kRounding = 2;

int BarList::rowHeight() const { return std::max(28, fontMetrics().height() + 8); }

QRect BarList::barArea(int bar) const { return {0, headHeight() + bar * rowHeight(), width(), rowHeight()}; }

int BarList::nameWidth() const {
    int widest = 0;
    for (const Bar& bar : plot().bars) widest = std::max(widest, fontMetrics().horizontalAdvance(bar.name));
    // Widths are rounded; without the pixel a name could be cut that fits.
    return std::min(widest + 1, width() * 2 / 5);
}

int BarList::numberWidth() const {
    int widest = 0;
    for (int bar = 0; bar < count(); ++bar) widest = std::max(widest, fontMetrics().horizontalAdvance(countText(bar)));
    return widest;
}

void BarList::paintBars(QPainter& painter, const Theme& theme) {
    painter.setRenderHint(QPainter::Antialiasing);
    const int nameSpace = nameWidth(), numberSpace = numberWidth();
    const int barSpace = std::max(0, width() - nameSpace - numberSpace - 4 * kGap);
    for (int i = 0; i < count(); ++i) {
        const Bar& bar = plot().bars[static_cast<std::size_t>(i)];
        const QRect row = barArea(i);
        painter.setPen(Qt::NoPen);
        if (i == lookedAt()) {
            painter.setBrush(theme.line);
            painter.drawRoundedRect(row, 4, 4);
        }
        const double length = std::max(2.0, barSpace * static_cast<double>(bar.count) / static_cast<double>(most()));
        painter.setBrush(theme.accent);
        const QRectF drawn(2 * kGap + nameSpace, row.center().y() - kBarHeight / 2, length, kBarHeight);
        painter.drawRoundedRect(drawn, kRounding, kRounding);
        painter.setPen(theme.text);
        painter.drawText(row.adjusted(kGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(bar.name, Qt::ElideRight, nameSpace));
        painter.setPen(i == lookedAt() ? theme.text : theme.muted);
        painter.drawText(row.adjusted(0, 0, -kGap, 0), Qt::AlignRight | Qt::AlignVCenter, countText(i));
    }
}

} // namespace rb::ui
