#include "core/query/words.h"

namespace rb::query {
namespace {

struct Character {
    char32_t code = 0;
    qsizetype size = 1;
};

Character at(QStringView text, qsizetype i) {
    const QChar first = text[i];
    if (first.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(first, text[i + 1]), 2};
    return {first.unicode(), 1};
}

bool isOfWord(char32_t c) { return QChar::isLetterOrNumber(c) || QChar::isMark(c); }

bool joins(QStringView text, qsizetype i) {
    const QChar c = text[i];
    if (c != u'\'' && c != u'’' && c != u'-') return false;
    return i > 0 && text[i - 1].isLetter() && i + 1 < text.size() && text[i + 1].isLetter();
}

/// One past the word that begins at `i`; `i` itself when none does.
qsizetype endOfWord(QStringView text, qsizetype i) {
    while (i < text.size()) {
        const Character c = at(text, i);
        if (!isOfWord(c.code) && !joins(text, i)) break;
        i += c.size;
    }
    return i;
}

template <typename Each>
void forEachWord(QStringView text, Each each) {
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype end = endOfWord(text, i);
        if (end > i) each(text.sliced(i, end - i));
        i = end > i ? end : i + at(text, i).size;
    }
}

} // namespace

QStringList wordsOf(QStringView text) {
    QStringList words;
    forEachWord(text, [&](QStringView word) { words.append(word.toString().toLower()); });
    return words;
}

qint64 wordCount(QStringView text) {
    qint64 count = 0;
    forEachWord(text, [&](QStringView) { ++count; });
    return count;
}

std::size_t wordDistance(QStringView from, QStringView to) {
    const QStringList a = wordsOf(from), b = wordsOf(to);
    return editDistance<QString>({a.constData(), static_cast<std::size_t>(a.size())},
                                 {b.constData(), static_cast<std::size_t>(b.size())});
}

QString nearest(const QString& word, const QStringList& known) {
    constexpr std::size_t kMistakes = 2;
    std::size_t least = std::min<std::size_t>(kMistakes, static_cast<std::size_t>(word.size()) / 2) + 1;
    QString best;
    for (const QString& candidate : known) {
        const std::size_t distance = editDistance<QChar>({word.constData(), static_cast<std::size_t>(word.size())},
                                                         {candidate.constData(), static_cast<std::size_t>(candidate.size())});
        if (distance >= least) continue;
        least = distance;
        best = candidate;
    }
    return best;
}

} // namespace rb::query
