#include "ui/image_view/caption_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rb::ui {

namespace {

constexpr int kLongestShown = 4000; // characters; nobody reads more at a box

QTextOption options() {
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    return option;
}

} // namespace

CaptionText::CaptionText(const QString& text, const QFont& font, const Limits& limits,
                         const std::vector<Mark>& marks)
    : m_layout(std::make_unique<QTextLayout>(QString(), font)) {
    QString shown = limits.keepEnd ? text.right(kLongestShown) : text.left(kLongestShown);
    shown.replace(u'\n', QChar::LineSeparator);
    m_layout->setTextOption(options());
    m_layout->setText(shown);

    const int lines = limits.keepEnd ? std::numeric_limits<int>::max() : limits.lines;
    if (!breakLines(limits.width, lines)) {
        const QTextLine last = m_layout->lineAt(m_layout->lineCount() - 1);
        QString rest = shown.mid(last.textStart()).replace(QChar::LineSeparator, u' ');
        // Eliding only shortens what does not fit; a rest after a line break would come out whole.
        if (QFontMetricsF(font).horizontalAdvance(rest) <= limits.width) rest += u'\u2026';
        rest = QFontMetricsF(font).elidedText(rest, Qt::ElideRight, limits.width);
        m_layout->setText(shown.left(last.textStart()) + rest);
        breakLines(limits.width, limits.lines);
    }
    if (!marks.empty()) { // only now, for the text may have been cut
        setMarks(marks, limits.keepEnd ? text.size() - shown.size() : 0);
        breakLines(limits.width, lines);
    }
    double width = 0;
    for (int i = 0; i < m_layout->lineCount(); ++i)
        width = std::max(width, m_layout->lineAt(i).naturalTextWidth());
    // Again at the natural width, for right-to-left lines to end where the longest one does.
    width = std::ceil(width) + 1;
    breakLines(width, m_layout->lineCount());

    m_firstLine = std::max(0, m_layout->lineCount() - limits.lines);
    const double top = m_firstLine < m_layout->lineCount() ? m_layout->lineAt(m_firstLine).y() : 0;
    const double height =
        m_layout->lineCount() ? m_layout->lineAt(m_layout->lineCount() - 1).rect().bottom() - top : 0;
    m_size = QSizeF(width, height);
}

CaptionText::~CaptionText() = default;
CaptionText::CaptionText(CaptionText&&) noexcept = default;
CaptionText& CaptionText::operator=(CaptionText&&) noexcept = default;

/// `skipped` characters at the beginning are not shown.
void CaptionText::setMarks(const std::vector<Mark>& marks, qsizetype skipped) {
    QList<QTextLayout::FormatRange> formats;
    for (const Mark& mark : marks) {
        const qsizetype begin = std::max<qsizetype>(0, mark.begin - skipped);
        const qsizetype end = std::min<qsizetype>(m_layout->text().size(), mark.begin + qsizetype(mark.length) - skipped);
        if (begin >= end) continue;
        QTextLayout::FormatRange range{int(begin), int(end - begin), {}};
        range.format.setUnderlineStyle(QTextCharFormat::DotLine);
        range.format.setUnderlineColor(mark.line);
        if (mark.tint.alpha() > 0) range.format.setBackground(mark.tint);
        formats.append(range);
    }
    m_layout->setFormats(formats);
}

bool CaptionText::breakLines(double width, int lines) {
    double y = 0;
    bool complete = false;
    m_layout->beginLayout();
    for (int made = 0; made < lines; ++made) {
        QTextLine line = m_layout->createLine();
        if (!line.isValid()) {
            complete = true;
            break;
        }
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y));
        y += line.height();
        complete = line.textStart() + line.textLength() >= m_layout->text().size();
    }
    m_layout->endLayout();
    return complete;
}

void CaptionText::draw(QPainter& painter, QPointF topLeft, const QColor& color) const {
    painter.setPen(color);
    if (m_firstLine >= m_layout->lineCount()) return;
    const QPointF origin = topLeft - QPointF(0, m_layout->lineAt(m_firstLine).y());
    for (int i = m_firstLine; i < m_layout->lineCount(); ++i)
        m_layout->lineAt(i).draw(&painter, origin);
}

} // namespace rb::ui
