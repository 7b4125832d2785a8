#include "ui/region_panel/region_delegate.h"

#include "ui/image_view/state_glyph.h"
#include "ui/region_panel/region_model.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace rb::ui {

static constexpr int kRowHeight = 32;

QSize RegionDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {200, kRowHeight}; }

void RegionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme theme = Theme::matching(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const QColor text = selected ? option.palette.color(QPalette::HighlightedText) : theme.text;
    const QColor faint = selected ? text : theme.muted;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected) painter->fillRect(option.rect, theme.accent);
    else if (option.state & QStyle::State_MouseOver) painter->fillRect(option.rect, theme.line);

    const QRect row = option.rect.adjusted(8, 0, -8, 0);
    const QRectF badge(row.left(), row.center().y() - 9, 20, 19);
    QPainterPath shape;
    shape.addRoundedRect(badge, 4, 4);
    const QColor color = regionColor(index.row());
    painter->fillPath(shape, color);
    painter->setPen(contrastRatio(color, Qt::black) > contrastRatio(color, Qt::white) ? Qt::black : Qt::white);
    painter->drawText(badge, Qt::AlignCenter, QString::number(index.row() + 1));

    const auto state = static_cast<CanvasRegion::State>(index.data(RegionModel::StateRole).toInt());
    drawStateGlyph(*painter, QRectF(row.right() - 14, row.center().y() - 7, 14, 14), state,
                   selected ? text : stateColor(state, theme));
    int right = row.right() - 20;
    if (const QVariant score = index.data(RegionModel::ScoreRole); score.isValid()) {
        painter->setPen(faint);
        painter->drawText(QRect(right - 36, row.top(), 34, row.height()), Qt::AlignRight | Qt::AlignVCenter,
                          QString::number(score.toDouble(), 'f', 2));
        right -= 40;
    }
    const QRect line(row.left() + 28, row.top(), right - row.left() - 30, row.height());
    painter->setPen(state == CanvasRegion::None ? faint : text);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, line.width()));
    painter->restore();
}

} // namespace rb::ui
