#pragma once

#include <QString>
#include <QStringList>

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace rb::query {

/// The words of a text in order, in lower case: runs of letters, marks and digits of any script; one
/// apostrophe or hyphen between two letters belongs to the word ("don't", "t-shirt").
QStringList wordsOf(QStringView text);
/// As many as wordsOf() gives, without making them.
qint64 wordCount(QStringView text);

/// The least number of words to insert, delete or replace (Levenshtein) between two word lists.
template <typename Word>
std::size_t editDistance(std::span<const Word> from, std::span<const Word> to) {
    std::vector<std::size_t> row(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

/// Of two texts, by words.
std::size_t wordDistance(QStringView from, QStringView to);

/// The best of `known` for a mistyped `word`, or an empty text when none is near.
QString nearest(const QString& word, const QStringList& known);

} // namespace rb::query
