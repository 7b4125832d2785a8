#include "core/query/word_counter.h"

#include "core/query/words.h"

#include <algorithm>

namespace rb::query {

static constexpr qsizetype kMostKept = 300'000;

qint64 WordCounter::add(const QString& text) {
    const QStringList words = wordsOf(text);
    for (const QString& word : words) {
        const auto found = m_counts.find(word);
        if (found != m_counts.end()) ++*found;
        else if (m_counts.size() < kMostKept) m_counts.insert(word, 1);
        else m_full = true;
    }
    return words.size();
}

Frequencies WordCounter::frequencies(int most) const {
    std::vector<ValueCount> all;
    for (auto it = m_counts.begin(); it != m_counts.end(); ++it) all.push_back({it.key(), it.value()});
    const auto end = all.begin() + std::min<std::ptrdiff_t>(std::max(most, 0), static_cast<std::ptrdiff_t>(all.size()));
    std::partial_sort(all.begin(), end, all.end(), [](const ValueCount& a, const ValueCount& b) {
        return std::pair(-a.count, a.value) < std::pair(-b.count, b.value);
    });
    Frequencies frequencies{{all.begin(), end}, static_cast<qint64>(all.size()), m_full};
    return frequencies;
}

} // namespace rb::query
