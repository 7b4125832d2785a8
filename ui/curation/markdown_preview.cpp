#include "ui/curation/markdown_preview.h"

#include "ui/theme/theme.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTextTable>

namespace rb::ui {

static constexpr double kTitlePoints = 13, kHeadingPoints = 11;

void MarkdownPreview::showMarkdown(const QString& text) {
    const int scrolled = verticalScrollBar()->value();
    setMarkdown(text);
    measureHeadings();
    drawTables();
    verticalScrollBar()->setValue(scrolled);
}

void MarkdownPreview::measureHeadings() {
    QTextCursor cursor(document());
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        if (level == 0) continue;
        QTextCharFormat format;
        format.setFontWeight(QFont::DemiBold);
        format.setProperty(QTextFormat::FontSizeAdjustment, 0);
        format.setFontPointSize(level == 1 ? kTitlePoints : kHeadingPoints);
        cursor.setPosition(block.position());
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
    }
}

void MarkdownPreview::drawTables() {
    const Theme theme = Theme::matching(palette());
    for (QTextFrame* frame : document()->rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (!table) continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorderBrush(theme.line);
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid); // the style at first draws two sides darker
        format.setCellSpacing(0);
        format.setCellPadding(4);
        format.setBottomMargin(8);
        table->setFormat(format);
    }
}

} // namespace rb::ui
