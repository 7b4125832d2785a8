#include "ui/curation/text_difference.h"

#include <algorithm>
#include <cstdint>
#include <span>

namespace rb::ui {
namespace {

using Tokens = std::span<const QStringView>;

// Beyond this many pairs of words all that lies between the equal ends counts as different.
constexpr std::size_t kMostPairs = 250'000;

bool belongsToWord(QChar c) { return c.isLetterOrNumber() || c.isMark() || c.isSurrogate(); }

std::vector<QStringView> tokensOf(QStringView text) {
    std::vector<QStringView> tokens;
    for (qsizetype from = 0, to = 0; from < text.size(); from = to) {
        to = from + 1;
        if (belongsToWord(text[from]))
            while (to < text.size() && belongsToWord(text[to])) ++to;
        tokens.push_back(text.sliced(from, to - from));
    }
    return tokens;
}

void add(std::vector<TextSpan>& spans, QStringView text, QStringView token) {
    const qsizetype from = token.data() - text.data();
    if (!spans.empty() && spans.back().from + spans.back().length == from) spans.back().length += token.size();
    else spans.push_back({from, token.size()});
}

/// "light" and "grey " of "light grey car" differ as much as "light grey" does: a span that ends as what lies between it
/// and the one before may move there, and the two are one.
void joinNeighbours(std::vector<TextSpan>& spans, QStringView text) {
    std::vector<TextSpan> joined;
    for (const TextSpan& span : spans) {
        const qsizetype before = joined.empty() ? 0 : joined.back().from + joined.back().length;
        const qsizetype gap = span.from - before;
        const bool moves = !joined.empty() && gap <= span.length
                           && text.sliced(before, gap) == text.sliced(span.from + span.length - gap, gap);
        if (moves) joined.back().length += span.length;
        else joined.push_back(span);
    }
    spans = std::move(joined);
}

/// For each pair of ends of two token lists the length of what they have in common, in order.
class CommonLengths {
public:
    CommonLengths(Tokens a, Tokens b) : m_width(b.size() + 1), m_lengths((a.size() + 1) * m_width, 0) {
        for (std::size_t i = a.size(); i-- > 0;)
            for (std::size_t j = b.size(); j-- > 0;)
                m_lengths[i * m_width + j] = a[i] == b[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }
    std::uint32_t at(std::size_t i, std::size_t j) const { return m_lengths[i * m_width + j]; }

private:
    std::size_t m_width;
    std::vector<std::uint32_t> m_lengths;
};

} // namespace

TextDifference differenceOf(QStringView before, QStringView after) {
    const std::vector<QStringView> allBefore = tokensOf(before), allAfter = tokensOf(after);
    Tokens a(allBefore), b(allAfter);
    const auto start = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    a = a.subspan(start), b = b.subspan(start);
    const auto end = static_cast<std::size_t>(std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin());
    a = a.first(a.size() - end), b = b.first(b.size() - end);

    TextDifference found;
    std::size_t i = 0, j = 0;
    if (a.size() * b.size() <= kMostPairs) {
        const CommonLengths common(a, b);
        while (i < a.size() && j < b.size()) {
            if (a[i] == b[j]) ++i, ++j;
            else if (common.at(i + 1, j) >= common.at(i, j + 1)) add(found.removed, before, a[i++]);
            else add(found.added, after, b[j++]);
        }
    }
    for (; i < a.size(); ++i) add(found.removed, before, a[i]);
    for (; j < b.size(); ++j) add(found.added, after, b[j]);
    joinNeighbours(found.removed, before);
    joinNeighbours(found.added, after);
    return found;
}

} // namespace rb::ui
