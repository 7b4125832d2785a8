#include "core/query/media_groups.h"

#include "core/base/splitmix64.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace rb::query {
namespace {

/// Which of the media belong together, by union-find.
class Unions {
public:
    explicit Unions(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), std::size_t{0}); }

    std::size_t root(std::size_t i) {
        while (m_parent[i] != i) i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) { m_parent[std::max(root(a), root(b))] = std::min(root(a), root(b)); }

private:
    std::vector<std::size_t> m_parent;
};

QByteArray folderOf(const SplitMedium& medium) { return medium.path.section(u'/', 0, -2).toUtf8(); }

template <typename KeyOf>
void joinEqual(Unions& unions, const std::vector<SplitMedium>& media, KeyOf keyOf) {
    QHash<QByteArray, std::size_t> first;
    for (std::size_t i = 0; i < media.size(); ++i) {
        const std::optional<QByteArray> key = keyOf(media[i]);
        if (!key) continue;
        const auto found = first.constFind(*key);
        if (found == first.constEnd()) first.insert(*key, i);
        else unions.join(*found, i);
    }
}

/// FNV-1a over the path, mixed with the seed: the same on every machine, unlike qHash.
std::uint64_t drawOf(const QString& path, std::uint64_t seed) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char byte : path.toUtf8()) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
    return splitMixed(splitMixed(hash) ^ (seed * kSplitMixStep + kSplitMixStep));
}

} // namespace

std::vector<MediaGroup> groupsOf(const std::vector<SplitMedium>& media, KeepTogether together, std::uint64_t seed) {
    Unions unions(media.size());
    if (together == KeepTogether::SameContent || together == KeepTogether::FolderAndContent)
        joinEqual(unions, media,
                  [](const SplitMedium& m) { return m.content.isEmpty() ? std::nullopt : std::optional(m.content); });
    if (together == KeepTogether::SameFolder || together == KeepTogether::FolderAndContent)
        joinEqual(unions, media, [](const SplitMedium& m) { return std::optional(folderOf(m)); });
    std::vector<MediaGroup> groups;
    QHash<std::size_t, std::size_t> places;
    for (std::size_t i = 0; i < media.size(); ++i) {
        const std::size_t root = unions.root(i);
        if (!places.contains(root)) {
            places.insert(root, groups.size());
            groups.push_back({drawOf(media[i].path, seed), {}});
        }
        groups[places.value(root)].members.push_back(i);
    }
    std::sort(groups.begin(), groups.end(),
              [](const MediaGroup& a, const MediaGroup& b) { return std::tie(a.draw, a.members) < std::tie(b.draw, b.members); });
    return groups;
}

} // namespace rb::query
