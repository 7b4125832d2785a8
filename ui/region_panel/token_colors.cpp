#include "ui/region_panel/token_colors.h"

#include "ui/image_view/token_shade.h"

#include <QPlainTextEdit>

#include <algorithm>

namespace rb::ui {

static QTextCharFormat formatOf(const TokenShade& shade) {
    QTextCharFormat format;
    format.setUnderlineStyle(QTextCharFormat::DotLine);
    format.setUnderlineColor(shade.line);
    if (shade.tint.alpha() > 0) format.setBackground(shade.tint);
    return format;
}

QList<QTextEdit::ExtraSelection> tokenColors(const QPlainTextEdit& edit, const std::vector<TokenSpan>& tokens, const Theme& theme) {
    QList<QTextEdit::ExtraSelection> marks;
    const auto length = static_cast<int>(edit.toPlainText().size());
    for (const TokenSpan& token : tokens) {
        const auto shade = tokenShade(token.confidence, theme);
        if (!shade || token.begin >= length || token.length <= 0) continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(edit.document());
        mark.cursor.setPosition(token.begin);
        mark.cursor.setPosition(std::min(length, token.begin + token.length), QTextCursor::KeepAnchor);
        mark.format = formatOf(*shade);
        marks.append(mark);
    }
    return marks;
}

} // namespace rb::ui
