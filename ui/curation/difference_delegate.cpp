#include "ui/curation/difference_delegate.h"

#include "ui/curation/replace_model.h"
#include "ui/curation/text_difference.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

namespace rb::ui {
namespace {

constexpr int kRowHeight = 28, kMargin = 8, kLead = 16;

/// A caption on one line, with what is marked of it.
struct Line {
    QString text;
    std::vector<TextSpan> marks;
};

Line lineOf(const QModelIndex& index) {
    const QString before = index.data(ReplaceModel::BeforeRole).toString();
    const QString after = index.data(ReplaceModel::AfterRole).toString();
    TextDifference difference = differenceOf(before, after);
    Line line{after, std::move(difference.added)};
    if (index.column() == ReplaceModel::Before) line = {before, std::move(difference.removed)};
    line.text.replace(u'\n', QChar(0x21B5)).replace(u'\t', QChar(0x2192));
    return line;
}

/// Cuts words at the front when the first mark would not be in view.
void bringMarkIntoView(Line& line, const QFontMetrics& metrics, int width) {
    if (line.marks.empty() || metrics.horizontalAdvance(line.text) <= width) return;
    const TextSpan first = line.marks.front();
    if (metrics.horizontalAdvance(line.text.first(first.from + first.length)) <= width * 2 / 3) return;
    const qsizetype space = line.text.lastIndexOf(u' ', std::max<qsizetype>(0, first.from - kLead));
    const qsizetype cut = space + 1;
    if (cut <= 1) return;
    line.text = QChar(0x2026) + line.text.sliced(cut);
    for (TextSpan& mark : line.marks) mark.from -= cut - 1;
}

QList<QTextLayout::FormatRange> formatsOf(const Line& line, const QTextCharFormat& format) {
    QList<QTextLayout::FormatRange> ranges;
    for (const TextSpan& mark : line.marks) ranges.append({static_cast<int>(mark.from), static_cast<int>(mark.length), format});
    return ranges;
}

QTextCharFormat markFormat(const Theme& theme, int column, bool selected) {
    QColor tint = column == ReplaceModel::Before ? theme.bad : theme.good;
    tint.setAlpha(theme.dark ? 90 : 60);
    QTextCharFormat format;
    if (!selected) format.setBackground(tint);
    format.setFontStrikeOut(column == ReplaceModel::Before);
    format.setFontUnderline(column == ReplaceModel::After);
    return format;
}

} // namespace

void DifferenceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QApplication::style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    const QRect area = option.rect.adjusted(kMargin, 0, -kMargin, 0);
    Line line = lineOf(index);
    bringMarkIntoView(line, option.fontMetrics, area.width());
    line.text = option.fontMetrics.elidedText(line.text, Qt::ElideRight, area.width());

    QTextLayout layout(line.text, option.font);
    layout.setFormats(formatsOf(line, markFormat(Theme::matching(option.palette), index.column(), selected)));
    layout.beginLayout();
    QTextLine row = layout.createLine();
    row.setLineWidth(area.width());
    layout.endLayout();
    painter->save();
    painter->setClipRect(area);
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    layout.draw(painter, QPointF(area.left(), area.center().y() - row.height() / 2));
    painter->restore();
}

QSize DifferenceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {200, kRowHeight}; }

} // namespace rb::ui
