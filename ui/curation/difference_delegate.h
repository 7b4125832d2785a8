#pragma once

#include <QStyledItemDelegate>

namespace rb::ui {

/// Draws the captions of a ReplaceModel with what goes struck through and what comes underlined. A long caption begins
/// shortly before the first difference, so that it is in view.
class DifferenceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace rb::ui
