#include "ui/gallery/thumbnail_delegate.h"

#include "ui/gallery/gallery_model.h"
#include "ui/image_view/state_glyph.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace rb::ui {
namespace {

constexpr QSize kCell(124, 124);
constexpr int kTextHeight = 20;
constexpr QSize kLinePicture(52, 40);
constexpr int kGlyph = 13;

/// Where the parts of one entry stand; `detail` is empty where there is no room for it.
struct Places {
    QRect picture, name, detail;
};

Places placesOf(ThumbnailDelegate::Form form, const QRect& cell) {
    if (form == ThumbnailDelegate::Form::Thumbnail)
        return {cell.adjusted(2, 2, -2, -kTextHeight), {cell.left() + 6, cell.bottom() - kTextHeight + 1, cell.width() - 12, kTextHeight}, {}};
    const QRect picture(cell.left() + 4, cell.top() + (cell.height() - kLinePicture.height()) / 2, kLinePicture.width(), kLinePicture.height());
    const QRect text = cell.adjusted(kLinePicture.width() + 14, 4, -6, -4);
    return {picture, {text.left(), text.top(), text.width(), text.height() / 2}, {text.left(), text.center().y() + 1, text.width(), text.height() / 2}};
}

CanvasRegion::State stateOf(const QModelIndex& index) {
    if (index.data(GalleryModel::DraftCountRole).toInt() > 0) return CanvasRegion::Draft;
    return index.data(GalleryModel::AcceptedCountRole).toInt() > 0 ? CanvasRegion::Accepted : CanvasRegion::None;
}

/// In place of a picture that cannot be read: an empty frame, struck through.
void paintUnreadable(QPainter& painter, const QRect& room, const Theme& theme) {
    QRectF frame(QPointF(), QSizeF(room.size()) * 0.7);
    frame.moveCenter(QRectF(room).center());
    painter.setPen(QPen(theme.muted, 1.5, Qt::DashLine));
    painter.setBrush(theme.surface);
    painter.drawRect(frame);
    painter.setPen(QPen(theme.muted, 1.5));
    painter.drawLine(frame.topLeft(), frame.bottomRight());
}

void paintPicture(QPainter& painter, const QRect& room, const QModelIndex& index, const Theme& theme) {
    const auto image = index.data(Qt::DecorationRole).value<QImage>();
    if (image.isNull() && index.data(GalleryModel::UnreadableRole).toBool()) return paintUnreadable(painter, room, theme);
    QRect picture(QPoint(), image.isNull() ? room.size() : image.size().scaled(room.size(), Qt::KeepAspectRatio));
    picture.moveCenter(room.center());
    if (image.isNull()) painter.fillRect(picture, theme.surface);
    else painter.drawImage(picture, image);
}

} // namespace

QSize ThumbnailDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return m_form == Form::Thumbnail ? kCell : QSize(kCell.width(), kLinePicture.height() + 8);
}

void ThumbnailDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme theme = Theme::matching(option.palette);
    const QRect cell = m_form == Form::Thumbnail ? option.rect.adjusted(4, 4, -4, -4) : option.rect.adjusted(0, 1, 0, -1);
    const Places at = placesOf(m_form, cell);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath back;
    back.addRoundedRect(cell, 6, 6);
    if (selected) painter->fillPath(back, theme.accent);
    else if (option.state & QStyle::State_MouseOver) painter->fillPath(back, theme.line);
    paintPicture(*painter, at.picture, index, theme);

    const QColor chosen = option.palette.color(QPalette::HighlightedText);
    const auto write = [&](const QRect& line, const QString& text, Qt::TextElideMode elide, const QColor& color) {
        painter->setPen(selected ? chosen : color);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, option.fontMetrics.elidedText(text, elide, line.width()));
    };
    write(at.name.adjusted(0, 0, -kGlyph - 5, 0), index.data().toString(), Qt::ElideMiddle, at.detail.isEmpty() ? theme.muted : theme.text);
    if (!at.detail.isEmpty()) write(at.detail, index.data(GalleryModel::DetailRole).toString(), Qt::ElideRight, theme.muted);
    const CanvasRegion::State state = stateOf(index);
    drawStateGlyph(*painter, QRectF(at.name.right() - kGlyph, at.name.center().y() - 6, kGlyph, kGlyph), state, selected ? chosen : stateColor(state, theme));
    painter->restore();
}

} // namespace rb::ui
