#pragma once

#include <QStyledItemDelegate>

namespace rb::ui {

/// Paints a thumbnail, its name, and a sign for its state: a ring when there are drafts, a tick when
/// everything is accepted.
class ThumbnailDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace rb::ui
