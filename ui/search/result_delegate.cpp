#include "ui/search/result_delegate.h"

#include "core/project/records.h"
#include "ui/image_view/state_glyph.h"
#include "ui/search/result_model.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QPainter>

namespace rb::ui {
namespace {

constexpr int kHeight = 76, kPicture = 96, kMargin = 6;

CanvasRegion::State stateOf(const QModelIndex& index) {
    switch (index.data(ResultModel::StateRole).toInt()) {
    case static_cast<int>(project::CaptionState::Draft): return CanvasRegion::Draft;
    case static_cast<int>(project::CaptionState::Accepted): return CanvasRegion::Accepted;
    case static_cast<int>(project::CaptionState::Rejected): return CanvasRegion::Rejected;
    default: return CanvasRegion::None;
    }
}

/// The picture, darkened outside the region's box.
void paintPlace(QPainter& painter, const QRect& room, const QModelIndex& index, const Theme& theme) {
    const auto image = index.data(Qt::DecorationRole).value<QImage>();
    if (image.isNull()) return painter.fillRect(room, theme.surface);
    QRect picture(QPoint(), image.size().scaled(room.size(), Qt::KeepAspectRatio));
    picture.moveCenter(room.center());
    painter.drawImage(picture, image);
    const QSize size = index.data(ResultModel::PictureSizeRole).toSize();
    if (size.isEmpty()) return;
    const QRectF box = index.data(ResultModel::BoxRole).toRectF();
    const double scale = double(picture.width()) / size.width();
    const QRectF shown = QRectF(picture.left() + box.x() * scale, picture.top() + box.y() * scale, box.width() * scale, box.height() * scale).intersected(picture);
    QRegion outside(picture);
    outside -= shown.toAlignedRect();
    painter.setClipRegion(outside);
    painter.fillRect(picture, QColor(0, 0, 0, 110));
    painter.setClipping(false);
    painter.setPen(QPen(theme.accent, 1.5));
    painter.drawRect(shown);
}

} // namespace

QSize ResultDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {kPicture, kHeight}; }

void ResultDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme theme = Theme::matching(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const QColor strong = selected ? option.palette.color(QPalette::HighlightedText) : theme.text;
    const QColor faint = selected ? strong : theme.muted;
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (selected) painter->fillRect(option.rect, theme.accent);
    else if (option.state & QStyle::State_MouseOver) painter->fillRect(option.rect, theme.line);
    const QRect cell = option.rect.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    paintPlace(*painter, QRect(cell.topLeft(), QSize(kPicture, cell.height())), index, theme);

    const QRect words = cell.adjusted(kPicture + kMargin + 2, 0, 0, 0);
    const int line = option.fontMetrics.height();
    const CanvasRegion::State state = stateOf(index);
    painter->setPen(state == CanvasRegion::None ? faint : strong);
    painter->drawText(words.adjusted(0, 0, 0, -line - 2), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, index.data(ResultModel::CaptionTextRole).toString());
    const QRect foot(words.left(), words.bottom() - line + 1, words.width(), line);
    drawStateGlyph(*painter, QRectF(foot.left(), foot.center().y() - 6, 13, 13), state, selected ? strong : stateColor(state, theme));
    QString label = index.data(ResultModel::LabelRole).toString();
    if (const QVariant score = index.data(ResultModel::ScoreRole); score.isValid())
        label += (label.isEmpty() ? QString() : QStringLiteral("  ·  ")) + QString::number(score.toDouble(), 'f', 2);
    painter->setPen(faint);
    painter->drawText(foot.adjusted(20, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, option.fontMetrics.elidedText(label, Qt::ElideRight, foot.width() - 20));
    painter->restore();
}

} // namespace rb::ui
