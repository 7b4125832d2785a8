#include "core/query/repetition.h"

#include <algorithm>
#include <vector>

namespace rb::query {
namespace {

constexpr std::size_t kTimes = 3;
constexpr std::size_t kLongestPhrase = 12;
// A text without an end is not a caption; its beginning tells.
constexpr std::size_t kMostWords = 500;

using Hashes = std::vector<std::size_t>;

struct Phrase {
    std::size_t start = 0, length = 0;
};

bool same(const Hashes& words, std::size_t a, std::size_t b, std::size_t length) {
    const auto first = words.begin();
    return std::equal(first + static_cast<std::ptrdiff_t>(a), first + static_cast<std::ptrdiff_t>(a + length),
                      first + static_cast<std::ptrdiff_t>(b));
}

bool repeatsAt(const Hashes& words, const Phrase& phrase) {
    for (std::size_t time = 1; time < kTimes; ++time)
        if (!same(words, phrase.start, phrase.start + time * phrase.length, phrase.length)) return false;
    return true;
}

std::optional<Phrase> inARow(const Hashes& words) {
    for (std::size_t length = 1; length <= kLongestPhrase && length * kTimes <= words.size(); ++length)
        for (std::size_t start = 0; start + length * kTimes <= words.size(); ++start)
            if (repeatsAt(words, {start, length})) return Phrase{start, length};
    return std::nullopt;
}

std::size_t timesFrom(const Hashes& words, std::size_t start, std::size_t length) {
    std::size_t times = 1;
    for (std::size_t other = start + length; other + length <= words.size();) {
        const bool again = same(words, start, other, length);
        times += again ? 1 : 0;
        other += again ? length : 1;
    }
    return times;
}

/// Two words repeat in good captions ("a red car, a red bus and a red van"); three hardly do.
std::optional<Phrase> anywhere(const Hashes& words) {
    constexpr std::size_t kWords = 3;
    for (std::size_t start = 0; start + kWords * kTimes <= words.size(); ++start)
        if (timesFrom(words, start, kWords) >= kTimes) return Phrase{start, kWords};
    return std::nullopt;
}

} // namespace

std::optional<QString> repetitionIn(const QStringList& words) {
    const std::size_t count = std::min(static_cast<std::size_t>(words.size()), kMostWords);
    if (count < kTimes) return std::nullopt;
    Hashes hashes(count);
    std::transform(words.begin(), words.begin() + static_cast<qsizetype>(count), hashes.begin(),
                   [](const QString& word) { return qHash(word); });
    std::optional<Phrase> found = inARow(hashes);
    if (!found) found = anywhere(hashes);
    if (!found) return std::nullopt;
    return words.sliced(static_cast<qsizetype>(found->start), static_cast<qsizetype>(found->length)).join(u' ');
}

} // namespace rb::query
