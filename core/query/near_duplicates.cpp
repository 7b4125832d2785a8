#include "core/query/near_duplicates.h"

#include "core/base/splitmix64.h"
#include "core/query/word_hashes.h"
#include "core/query/words.h"

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace rb::query {
namespace {

using Words = std::span<const std::uint32_t>;
using Index = std::uint32_t;

constexpr int kBands = 16, kRows = 3;
// In a bucket of captions that share much, each is compared with no more first captions than these.
constexpr std::size_t kMostLeaders = 40;

/// A key that two captions share with high probability when they share most words.
struct Keyed {
    std::uint64_t key = 0;
    Index caption = 0;
    bool operator<(const Keyed& other) const { return std::pair(key, caption) < std::pair(other.key, other.caption); }
};

std::uint64_t sameWordsKey(Words words) {
    std::uint64_t key = words.size();
    for (const std::uint32_t word : words) key = splitMixed(key * kSplitMixStep + word);
    return key;
}

std::uint64_t bandKey(Words words, int band) {
    std::uint64_t key = static_cast<std::uint64_t>(band);
    for (int row = 0; row < kRows; ++row) {
        const std::uint64_t seed = static_cast<std::uint64_t>(band * kRows + row + 1) * kSplitMixStep;
        std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
        for (const std::uint32_t word : words) least = std::min(least, splitMixed(seed ^ word));
        key = splitMixed(key ^ least);
    }
    return key;
}

/// Whether editDistance() is at most `allowed`, which most pairs of a bucket show at their ends.
bool isWithin(Words a, Words b, std::size_t allowed) {
    const auto start = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    a = a.subspan(start), b = b.subspan(start);
    const auto end = static_cast<std::size_t>(std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin());
    a = a.first(a.size() - end), b = b.first(b.size() - end);
    const std::size_t shorter = std::min(a.size(), b.size()), longer = std::max(a.size(), b.size());
    if (longer <= allowed) return true;
    return allowed > 1 && longer - shorter <= allowed && editDistance(a, b) <= allowed;
}

class Grouping {
public:
    Grouping(const WordHashes& captions, const NearDuplicateOptions& options)
        : m_captions(captions), m_options(options), m_leader(captions.size()), m_leads(captions.size(), false) {
        for (std::size_t i = 0; i < m_leader.size(); ++i) m_leader[i] = static_cast<Index>(i);
    }

    /// Captions with the very same words first: there are many, and afterwards one speaks for all.
    void joinEqual() {
        forBuckets(keys([](Words words) { return sameWordsKey(words); }),
                   [&](std::span<const Keyed> bucket) { joinBucket(bucket, true); });
    }

    void joinSimilar() {
        for (int band = 0; band < kBands; ++band)
            forBuckets(keys([band](Words words) { return bandKey(words, band); }),
                       [&](std::span<const Keyed> bucket) { joinBucket(bucket, false); });
    }

    Index leaderOf(Index caption) const {
        while (m_leader[caption] != caption) caption = m_leader[caption];
        return caption;
    }

private:
    template <typename KeyOf>
    std::vector<Keyed> keys(KeyOf keyOf) const {
        std::vector<Keyed> all;
        for (std::size_t i = 0; i < m_captions.size(); ++i)
            if (m_leader[i] == i) all.push_back({keyOf(m_captions.words(i)), static_cast<Index>(i)});
        std::sort(all.begin(), all.end());
        return all;
    }

    template <typename Each>
    static void forBuckets(const std::vector<Keyed>& keyed, Each each) {
        for (std::size_t from = 0, to = 0; from < keyed.size(); from = to) {
            while (to < keyed.size() && keyed[to].key == keyed[from].key) ++to;
            if (to - from > 1) each(std::span(keyed).subspan(from, to - from));
        }
    }

    void joinBucket(std::span<const Keyed> bucket, bool equal) {
        std::vector<Index> leaders;
        for (const Keyed& one : bucket) {
            if (m_leader[one.caption] != one.caption) continue;
            const auto found =
                std::find_if(leaders.begin(), leaders.end(), [&](Index leader) { return fits(leader, one.caption, equal); });
            if (found != leaders.end()) follow(*found, one.caption, equal);
            else if (leaders.size() < kMostLeaders) leaders.push_back(one.caption);
        }
    }

    // One whose followers are only nearly equal to it stays: they need not be near another leader.
    bool fits(Index leader, Index caption, bool equal) const {
        return !m_leads[caption] && near(m_captions.words(leader), m_captions.words(caption), equal);
    }

    void follow(Index leader, Index caption, bool equal) {
        m_leader[caption] = leader;
        if (!equal) m_leads[leader] = true;
    }

    bool near(Words a, Words b, bool equal) const {
        if (equal) return std::equal(a.begin(), a.end(), b.begin(), b.end());
        const double longer = static_cast<double>(std::max(a.size(), b.size()));
        const auto allowed = static_cast<std::size_t>((1 - m_options.similarity) * longer + 1e-9);
        return allowed > 0 && isWithin(a, b, allowed);
    }

    const WordHashes& m_captions;
    const NearDuplicateOptions& m_options;
    std::vector<Index> m_leader;
    std::vector<bool> m_leads;
};

/// (leader, caption) of every caption that is in a group, in order.
std::vector<std::pair<Index, Index>> pairsOf(const Grouping& grouping, std::size_t count) {
    std::vector<std::pair<Index, Index>> pairs(count);
    for (std::size_t i = 0; i < count; ++i) pairs[i] = {grouping.leaderOf(static_cast<Index>(i)), static_cast<Index>(i)};
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

} // namespace

/// The captions of a group one a wording: where equal ones are not wanted, the first speaks for its copies.
static std::vector<project::Id> membersOf(const WordHashes& captions, std::span<const std::pair<Index, Index>> group,
                                          bool equalToo) {
    std::vector<project::Id> ids;
    std::unordered_set<std::uint64_t> seen;
    for (const auto& [leader, caption] : group)
        if (equalToo || seen.insert(sameWordsKey(captions.words(caption))).second) ids.push_back(captions.id(caption));
    return ids;
}

Result<std::vector<CaptionGroup>> nearDuplicates(const project::Database& database, const NearDuplicateOptions& options) {
    const auto captions = WordHashes::read(database);
    if (!captions.ok()) return captions.error();
    Grouping grouping(*captions, options);
    grouping.joinEqual();
    grouping.joinSimilar();
    const auto pairs = pairsOf(grouping, captions->size());
    std::vector<CaptionGroup> groups;
    project::Statement text(database.handle(), "SELECT text FROM caption WHERE id=?");
    for (std::size_t from = 0, to = 0; from < pairs.size(); from = to) {
        while (to < pairs.size() && pairs[to].first == pairs[from].first) ++to;
        CaptionGroup group{membersOf(*captions, std::span(pairs).subspan(from, to - from), options.equalToo), {}};
        if (group.captions.size() < 2) continue;
        text.restart();
        if (text.bind(group.captions.front()).next()) group.text = text.text(0);
        groups.push_back(std::move(group));
    }
    std::stable_sort(groups.begin(), groups.end(),
                     [](const CaptionGroup& a, const CaptionGroup& b) { return a.captions.size() > b.captions.size(); });
    return groups;
}

} // namespace rb::query
