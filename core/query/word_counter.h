#pragma once

#include "core/query/statistics.h"

#include <QHash>

namespace rb::query {

/// Counts words in bounded memory.
class WordCounter {
public:
    /// Counts the words of a text and returns how many there were.
    qint64 add(const QString& text);
    Frequencies frequencies(int most) const;

private:
    QHash<QString, qint64> m_counts;
    bool m_full = false;
};

} // namespace rb::query
