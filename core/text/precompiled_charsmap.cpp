#include "core/text/precompiled_charsmap.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <cstring>

namespace rb::text {
namespace {

// Darts-clone's units: 8 bits of label, a leaf flag, and an offset with an extension bit.
bool hasLeaf(std::uint32_t unit) {
    return (unit & 0x100u) != 0;
}
std::uint32_t valueOf(std::uint32_t unit) {
    return unit & 0x7FFFFFFFu;
}
std::uint32_t labelOf(std::uint32_t unit) {
    return unit & 0x800000FFu;
}
std::size_t offsetOf(std::uint32_t unit) {
    return static_cast<std::size_t>(unit >> 10) << ((unit & 0x200u) >> 6);
}

// What SentencePiece writes is a few hundred kilobytes.
constexpr std::size_t kMaxBlob = 4 * 1024 * 1024;
// Darts-clone fills blocks of 256 units, so that a node and any byte stay in the node's block.
constexpr std::size_t kBlockBytes = 1024;
// Room for matches of one text in SentencePiece's normalizer.
constexpr int kMaxMatches = 32;

/// Walks every path of the trie once, depth first, and keeps how many entries lie below each node.
class TrieWalk {
public:
    TrieWalk(const std::vector<std::uint32_t>& units, std::size_t formBytes)
        : m_units(units), m_formBytes(formBytes), m_below(units.size(), kUnseen) {}

    bool safe() {
        if (!enter(offsetOf(m_units[0]))) return false;
        while (!m_path.empty()) {
            Step& step = m_path.back();
            const bool good = step.nextByte == 256 ? leave() : follow(step, step.nextByte++);
            if (!good) return false;
        }
        return true;
    }

private:
    static constexpr std::int8_t kUnseen = -2, kOpen = -1;
    struct Step {
        std::size_t node = 0;
        std::size_t nextByte = 0;
        int below = 0; ///< entries on the fullest path below, so far
    };

    bool enter(std::size_t node) {
        if (node >= m_units.size() || m_below[node] == kOpen) return false;
        m_below[node] = kOpen;
        m_path.push_back({node, 0, 0});
        return true;
    }
    bool leave() {
        const Step done = m_path.back();
        m_path.pop_back();
        m_below[done.node] = static_cast<std::int8_t>(done.below);
        return m_path.empty() || count(m_path.back(), done.node);
    }
    bool count(Step& parent, std::size_t child) {
        parent.below = std::max(parent.below, m_below[child] + (m_entry[child] ? 1 : 0));
        return parent.below <= kMaxMatches;
    }
    bool follow(Step& parent, std::size_t byte) {
        const std::uint32_t unit = m_units[parent.node ^ byte];
        if (labelOf(unit) != byte) return true;
        const std::size_t child = parent.node ^ byte ^ offsetOf(unit);
        if (child >= m_units.size()) return false;
        if (hasLeaf(unit)) {
            m_entry[child] = true;
            if (valueOf(m_units[child]) >= m_formBytes) return false;
        }
        // Branches with the same ending share it.
        return m_below[child] >= 0 ? count(parent, child) : enter(child);
    }

    const std::vector<std::uint32_t>& m_units;
    std::size_t m_formBytes;
    std::vector<std::int8_t> m_below;
    std::vector<bool> m_entry = std::vector<bool>(m_below.size());
    std::vector<Step> m_path;
};

} // namespace

std::optional<PrecompiledCharsmap> PrecompiledCharsmap::from(std::string_view blob) {
    std::uint32_t trieBytes = 0;
    if (blob.size() < sizeof trieBytes || blob.size() > kMaxBlob) return std::nullopt;
    std::memcpy(&trieBytes, blob.data(), sizeof trieBytes);
    blob.remove_prefix(sizeof trieBytes);
    if (trieBytes == 0 || trieBytes % kBlockBytes != 0 || trieBytes >= blob.size()) return std::nullopt;
    PrecompiledCharsmap map;
    map.m_units.resize(trieBytes / sizeof(std::uint32_t));
    std::memcpy(map.m_units.data(), blob.data(), trieBytes);
    map.m_forms = blob.substr(trieBytes);
    if (!TrieWalk(map.m_units, map.m_forms.size()).safe()) return std::nullopt;
    return map;
}

// The shortest prefix that has an entry decides, as in the reference.
std::optional<std::string_view> PrecompiledCharsmap::replacement(std::string_view text) const {
    std::size_t node = offsetOf(m_units[0]);
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const std::uint32_t unit = m_units[node ^ byte];
        if (byte == 0 || labelOf(unit) != byte) return std::nullopt;
        node ^= byte ^ offsetOf(unit);
        if (hasLeaf(unit)) return std::string_view(m_forms.c_str() + valueOf(m_units[node]));
    }
    return std::nullopt;
}

std::string PrecompiledCharsmap::normalised(std::string_view utf8) const {
    const std::u32string text = toCodePoints(utf8);
    std::string result;
    std::size_t start = 0;
    for (const std::size_t end : graphemeEnds(text)) {
        const std::u32string_view grapheme = std::u32string_view(text).substr(start, end - start);
        start = end;
        const std::string whole = toUtf8(grapheme);
        // Longer clusters are looked up character by character only.
        if (const auto form = whole.size() < 6 ? replacement(whole) : std::nullopt) {
            result += *form;
            continue;
        }
        for (const char32_t c : grapheme) {
            const std::string single = toUtf8({&c, 1});
            const auto form = replacement(single);
            result += form ? *form : std::string_view(single);
        }
    }
    return result;
}

} // namespace rb::text
