#include "ui/curation/column_plot.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace rb::ui {

static constexpr int kColumnHeight = 96, kWidestColumn = 48;

int ColumnPlot::bodyHeight() const { return kColumnHeight + fontMetrics().height() + 4; }

QRect ColumnPlot::barArea(int bar) const {
    const int space = std::min(width(), count() * kWidestColumn);
    const int left = bar * space / count(), right = (bar + 1) * space / count();
    return {left, headHeight(), right - left, kColumnHeight};
}

void ColumnPlot::paintBars(QPainter& painter, const Theme& theme) {
    for (int i = 0; i < count(); ++i) {
        const QRect area = barArea(i);
        const qint64 counted = plot().bars[static_cast<std::size_t>(i)].count;
        if (i == lookedAt()) painter.fillRect(area, theme.line);
        const int height = static_cast<int>(counted * kColumnHeight / most());
        const int gap = area.width() >= 4 ? 1 : 0;
        if (counted > 0) painter.fillRect(area.adjusted(0, kColumnHeight - std::max(2, height), -gap, 0), theme.accent);
    }
    painter.fillRect(0, headHeight() + kColumnHeight, width(), 1, theme.line);
    paintNames(painter, theme);
}

void ColumnPlot::paintNames(QPainter& painter, const Theme& theme) {
    painter.setPen(theme.muted);
    const int top = headHeight() + kColumnHeight + 3;
    int free = 0; // the first pixel that no name covers
    for (int i = 0; i < count(); ++i) {
        const QString& name = plot().bars[static_cast<std::size_t>(i)].name;
        const int wide = fontMetrics().horizontalAdvance(name);
        const int left = std::clamp(barArea(i).center().x() - wide / 2, 0, std::max(0, width() - wide));
        if (left < free) continue;
        painter.drawText(QRect(left, top, wide + 1, fontMetrics().height()), Qt::AlignLeft | Qt::AlignTop, name);
        free = left + wide + 12;
    }
}

} // namespace rb::ui
