#pragma once

#include <QStyledItemDelegate>

namespace rb::ui {

/// Paints a picture of the gallery, as a thumbnail with its name or as a line with what is known about it, and a sign for
/// its state: a pencil when there are drafts, a tick when everything is accepted.
class ThumbnailDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum class Form { Thumbnail, Line };

    using QStyledItemDelegate::QStyledItemDelegate;
    void setForm(Form form) { m_form = form; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Form m_form = Form::Thumbnail;
};

} // namespace rb::ui
