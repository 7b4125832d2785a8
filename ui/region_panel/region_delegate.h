#pragma once

#include <QStyledItemDelegate>

namespace rb::ui {

/// A row of the region list: coloured number, caption, confidence, state.
class RegionDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace rb::ui
