#pragma once

#include <QStyledItemDelegate>

namespace rb::ui {

/// A line of the history: a mark at the present state, the edit's name, its time; paler when taken back.
class HistoryDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace rb::ui
