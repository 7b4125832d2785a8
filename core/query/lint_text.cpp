#include "core/query/lint_text.h"

#include "core/query/odd_characters.h"
#include "core/query/repetition.h"
#include "core/query/words.h"

#include <QSet>

#include <algorithm>

namespace rb::query {
namespace {

constexpr Lint kAll[] = {Lint::Empty,         Lint::Repetition,       Lint::Long,      Lint::ContradictsLabel,
                         Lint::OddCharacters, Lint::UnbalancedQuotes, Lint::Unfinished};
bool isQuoteOf(QChar c, QLatin1String family) {
    if (family == QLatin1String("double")) return c == u'“' || c == u'”' || c == u'„';
    if (family == QLatin1String("angle")) return c == u'«' || c == u'»';
    return c == u'"';
}

std::optional<QString> unbalancedQuote(const QString& text) {
    constexpr QStringView kAllQuotes = u"\"“”„«»";
    if (std::none_of(text.begin(), text.end(), [&](QChar c) { return kAllQuotes.contains(c); })) return std::nullopt;
    for (const QLatin1String family : {QLatin1String("straight"), QLatin1String("double"), QLatin1String("angle")}) {
        qsizetype count = 0, last = 0;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const bool inches = text[i] == u'"' && i > 0 && text[i - 1].isDigit() && count % 2 == 0;
            if (!isQuoteOf(text[i], family) || inches) continue;
            ++count;
            last = i;
        }
        if (count % 2) return QStringLiteral("%1 at character %2").arg(text[last]).arg(last + 1);
    }
    return std::nullopt;
}

const QSet<QString>& unfinishedWords() {
    static const QSet<QString> words = [] {
        QSet<QString> set;
        for (const char* word : {"a",    "an", "the",  "of",  "and",  "or", "with", "its", "their", "my",
                                 "your", "at", "into", "for", "from", "is", "are",  "as",  "than",  "which"})
            set.insert(QLatin1String(word));
        return set;
    }();
    return words;
}

std::optional<QString> unfinished(const QString& text, const QStringList& words) {
    if (words.isEmpty()) return std::nullopt;
    const QString trimmed = text.trimmed();
    if (trimmed.endsWith(u',') || trimmed.endsWith(u';')) return trimmed.right(1);
    if (unfinishedWords().contains(words.last())) return words.last();
    return std::nullopt;
}

QString singular(const QString& word) {
    if (word.size() > 4 && (word.endsWith(QLatin1String("ches")) || word.endsWith(QLatin1String("shes")) ||
                            word.endsWith(QLatin1String("xes")) || word.endsWith(QLatin1String("sses"))))
        return word.chopped(2);
    if (word.size() > 3 && word.endsWith(u's') && !word.endsWith(QLatin1String("ss"))) return word.chopped(1);
    return word;
}

QStringList singularWords(const QString& text) {
    QStringList words = wordsOf(text);
    for (QString& word : words) word = singular(word);
    return words;
}

} // namespace

std::span<const Lint> allLints() { return kAll; }

QString nameOf(Lint lint) {
    switch (lint) {
    case Lint::Empty: return QStringLiteral("empty");
    case Lint::Repetition: return QStringLiteral("repetition");
    case Lint::Long: return QStringLiteral("long");
    case Lint::ContradictsLabel: return QStringLiteral("label");
    case Lint::OddCharacters: return QStringLiteral("characters");
    case Lint::UnbalancedQuotes: return QStringLiteral("quotes");
    case Lint::Unfinished: return QStringLiteral("unfinished");
    }
    return {};
}

std::vector<TextFinding> findingsIn(const QString& text, qint64 mostWords) {
    std::vector<TextFinding> findings;
    const auto add = [&](Lint kind, const std::optional<QString>& detail) {
        if (detail) findings.push_back({kind, *detail});
    };
    const QStringList words = wordsOf(text);
    if (words.isEmpty()) findings.push_back({Lint::Empty, {}});
    add(Lint::Repetition, repetitionIn(words));
    if (words.size() > mostWords) findings.push_back({Lint::Long, QStringLiteral("%1 words").arg(words.size())});
    add(Lint::OddCharacters, oddCharacter(text));
    add(Lint::UnbalancedQuotes, unbalancedQuote(text));
    add(Lint::Unfinished, unfinished(text, words));
    return findings;
}

void LabelWords::add(const QString& label) {
    QStringList words = singularWords(label);
    if (!words.isEmpty()) m_byFirstWord[words.first()].push_back({label, words});
}

std::optional<QString> LabelWords::contradiction(const QString& text, const QString& label) const {
    const QStringList own = singularWords(label), words = singularWords(text);
    if (own.isEmpty() || std::any_of(own.begin(), own.end(), [&](const QString& word) { return words.contains(word); }))
        return std::nullopt;
    for (qsizetype start = 0; start < words.size(); ++start) {
        const auto found = m_byFirstWord.constFind(words[start]);
        if (found == m_byFirstWord.constEnd()) continue;
        for (const Known& known : *found)
            if (start + known.words.size() <= words.size() &&
                std::equal(known.words.begin(), known.words.end(), words.begin() + start))
                return known.label;
    }
    return std::nullopt;
}

} // namespace rb::query
