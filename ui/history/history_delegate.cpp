#include "ui/history/history_delegate.h"

#include "ui/history/edit_time.h"
#include "ui/history/history_model.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace rb::ui {

static constexpr int kRowHeight = 28;
static constexpr int kNameLeft = 22;
static constexpr int kGap = 8;

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {160, kRowHeight}; }

/// A line through all rows with a dot at each: filled where the project is.
static void paintMark(QPainter& painter, const QRect& rect, const QModelIndex& index, const Theme& theme) {
    const QPointF centre(rect.left() + 14, rect.center().y() + 0.5);
    const bool present = index.data(HistoryModel::PresentRole).toBool();
    const double top = index.row() == 0 ? centre.y() : rect.top();
    const double bottom = index.row() == index.model()->rowCount() - 1 ? centre.y() : rect.bottom() + 1;
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(QPointF(centre.x(), top), QPointF(centre.x(), bottom));
    const bool undone = index.data(HistoryModel::UndoneRole).toBool();
    painter.setPen(QPen(present ? theme.accent : theme.muted, 1.2));
    painter.setBrush(present ? theme.accent : undone ? theme.surface : theme.muted);
    const double radius = present ? 5 : 3;
    painter.drawEllipse(centre, radius, radius);
}

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme theme = Theme::matching(option.palette);
    const bool undone = index.data(HistoryModel::UndoneRole).toBool(), present = index.data(HistoryModel::PresentRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_MouseOver) painter->fillRect(option.rect, theme.line);
    paintMark(*painter, option.rect, index, theme);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(theme.accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4);
    }
    const QRect row = option.rect.adjusted(kNameLeft + 4, 0, -kGap, 0);
    const QString time = editTime(index.data(HistoryModel::TimeRole).toDateTime(), QDateTime::currentDateTime());
    const int timeWidth = option.fontMetrics.horizontalAdvance(time);
    painter->setPen(theme.muted);
    painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, time);
    QFont font = option.font;
    font.setBold(present);
    painter->setFont(font);
    painter->setPen(undone ? theme.muted : theme.text);
    const int room = row.width() - timeWidth - kGap;
    painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, room));
    painter->restore();
}

} // namespace rb::ui
