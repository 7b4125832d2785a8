#include "ui/gallery/thumbnail_delegate.h"

#include "ui/gallery/gallery_model.h"
#include "ui/image_view/state_glyph.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace rb::ui {

static constexpr QSize kCell(124, 124);
static constexpr int kTextHeight = 20;

QSize ThumbnailDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return kCell; }

static CanvasRegion::State stateOf(const QModelIndex& index) {
    if (index.data(GalleryModel::DraftCountRole).toInt() > 0) return CanvasRegion::Draft;
    return index.data(GalleryModel::AcceptedCountRole).toInt() > 0 ? CanvasRegion::Accepted : CanvasRegion::None;
}

void ThumbnailDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme theme = Theme::matching(option.palette);
    const QRect cell = option.rect.adjusted(4, 4, -4, -4);
    const QRect room = cell.adjusted(2, 2, -2, -kTextHeight);
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath back;
    back.addRoundedRect(cell, 6, 6);
    if (option.state & QStyle::State_Selected) painter->fillPath(back, theme.accent);
    else if (option.state & QStyle::State_MouseOver) painter->fillPath(back, theme.line);

    const auto image = index.data(Qt::DecorationRole).value<QImage>();
    QRect picture(QPoint(), image.isNull() ? room.size() : image.size().scaled(room.size(), Qt::KeepAspectRatio));
    picture.moveCenter(room.center());
    if (image.isNull()) painter->fillRect(picture, theme.surface);
    else painter->drawImage(picture, image);

    const bool selected = option.state & QStyle::State_Selected;
    const QRect line(cell.left() + 6, cell.bottom() - kTextHeight + 1, cell.width() - 12, kTextHeight);
    painter->setPen(selected ? option.palette.color(QPalette::HighlightedText) : theme.muted);
    const QString name = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, line.width() - 18);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, name);
    const CanvasRegion::State state = stateOf(index);
    const QColor color = selected ? option.palette.color(QPalette::HighlightedText) : stateColor(state, theme);
    drawStateGlyph(*painter, QRectF(line.right() - 13, line.center().y() - 6, 13, 13), state, color);
    painter->restore();
}

} // namespace rb::ui
