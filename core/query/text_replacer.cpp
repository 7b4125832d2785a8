#include "core/query/text_replacer.h"

namespace rb::query {
namespace {

// A backtracking expression on a long text could run for hours. These are PCRE's own limits, set in the pattern.
constexpr QLatin1String kLimits("(*LIMIT_MATCH=1000000)(*LIMIT_DEPTH=10000)");

QString patternOf(const QString& find, const FindOptions& options) {
    const QString pattern = options.regularExpression ? find : QRegularExpression::escape(find);
    if (!options.wholeWords) return pattern;
    return QStringLiteral("(?<![\\p{L}\\p{M}\\p{N}_])(?:%1)(?![\\p{L}\\p{M}\\p{N}_])").arg(pattern);
}

} // namespace

Result<TextReplacer> TextReplacer::make(const QString& find, const QString& replace, const FindOptions& options) {
    if (find.isEmpty()) return Error{ErrorCode::InvalidArgument, "There is nothing to look for: the text to find is empty."};
    QRegularExpression::PatternOptions how = QRegularExpression::UseUnicodePropertiesOption;
    if (!options.matchCase) how |= QRegularExpression::CaseInsensitiveOption;
    // Alone first: what stands around it could complete a broken one.
    const QRegularExpression alone(find, how);
    if (options.regularExpression && !alone.isValid())
        return Error{ErrorCode::InvalidArgument, QStringLiteral("The regular expression goes wrong at character %1: %2.")
                                                     .arg(alone.patternErrorOffset() + 1).arg(alone.errorString()).toStdString()};
    QRegularExpression expression(kLimits + patternOf(find, options), how);
    if (!expression.isValid())
        return Error{ErrorCode::InvalidArgument,
                     "The text to find cannot be searched for: " + expression.errorString().toStdString() + "."};
    return TextReplacer(std::move(expression), replace, options.regularExpression);
}

QString TextReplacer::replacementFor(const QRegularExpressionMatch& match) const {
    if (!m_expands) return m_replacement;
    QString out;
    for (qsizetype i = 0; i < m_replacement.size(); ++i) {
        const QChar c = m_replacement[i];
        const QChar next = i + 1 < m_replacement.size() ? m_replacement[i + 1] : QChar();
        if (c != u'\\' || next.isNull()) {
            out += c;
            continue;
        }
        ++i;
        if (next >= u'0' && next <= u'9') out += match.captured(next.digitValue());
        else out += next == u'n' ? QChar(u'\n') : next == u't' ? QChar(u'\t') : next;
    }
    return out;
}

Result<QString> TextReplacer::replaced(const QString& text) const {
    QString out;
    qsizetype at = 0, from = 0;
    while (from <= text.size()) {
        const QRegularExpressionMatch match = m_expression.match(text, from);
        if (!match.isValid())
            return Error{ErrorCode::TooLarge, "The regular expression takes too long on the caption “" +
                                                  text.left(60).toStdString() + "”; make it simpler."};
        if (!match.hasMatch()) break;
        out += QStringView(text).sliced(at, match.capturedStart() - at);
        out += replacementFor(match);
        at = from = match.capturedEnd();
        if (match.capturedLength() > 0) continue;
        // Nothing was found here; the search goes on behind the next character, which may be two code units.
        from += at + 1 < text.size() && text[at].isHighSurrogate() ? 2 : 1;
    }
    if (at < text.size()) out += QStringView(text).sliced(at);
    return out;
}

} // namespace rb::query
