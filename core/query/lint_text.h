#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace rb::query {

/// What may be wrong with a caption; the values are bits.
enum class Lint : unsigned {
    Empty = 1,               ///< no words
    Repetition = 2,          ///< a word or phrase three times in a row, or three words and more three times anywhere
    Long = 4,                ///< more words than wanted
    ContradictsLabel = 8,    ///< no word of the region's label occurs, but another label of the project does
    OddCharacters = 16,      ///< control, replacement, invisible, private or mixed-script characters, doubled spaces
    UnbalancedQuotes = 32,   ///< a quotation mark without its partner; apostrophes and inches (12") do not count
    Unfinished = 64,         ///< ends in a word such as "the" or "of", or in a comma
};

std::span<const Lint> allLints();
/// As it stands in queries: "empty", "repetition", "long", "label", "characters", "quotes", "unfinished".
QString nameOf(Lint lint);

inline constexpr qint64 kLongCaption = 32;

struct TextFinding {
    Lint kind = Lint::Empty;
    QString detail; ///< the words or character meant, such as "U+200B at character 12"
};

/// Every finding that the text alone shows, one of a kind.
std::vector<TextFinding> findingsIn(const QString& text, qint64 mostWords = kLongCaption);

/// The labels of a project, for what a caption should not name.
class LabelWords {
public:
    void add(const QString& label);
    /// The other label that `text` names while no word of `label` occurs in it. Plurals in -s and -es
    /// are the same word.
    std::optional<QString> contradiction(const QString& text, const QString& label) const;

private:
    struct Known {
        QString label;
        QStringList words;
    };
    QHash<QString, std::vector<Known>> m_byFirstWord;
};

} // namespace rb::query
