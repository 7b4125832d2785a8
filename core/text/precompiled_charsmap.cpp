#include "core/text/precompiled_charsmap.h"

#include "core/text/utf8.h"

#include <cstring>

namespace rb::text {
namespace {

// Darts-clone's units: 8 bits of label, a leaf flag, and an offset with an extension bit.
bool hasLeaf(std::uint32_t unit) { return ((unit >> 8) & 1) == 1; }
std::uint32_t valueOf(std::uint32_t unit) { return unit & 0x7FFFFFFFu; }
std::uint32_t labelOf(std::uint32_t unit) { return unit & 0x800000FFu; }
std::size_t offsetOf(std::uint32_t unit) { return static_cast<std::size_t>(unit >> 10) << ((unit & 0x200u) >> 6); }

// What SentencePiece writes is a few hundred kilobytes.
constexpr std::size_t kMaxBlob = 16 * 1024 * 1024;

} // namespace

std::optional<PrecompiledCharsmap> PrecompiledCharsmap::from(std::string blob) {
    std::uint32_t trieBytes = 0;
    if (blob.size() < 8 || blob.size() > kMaxBlob) return std::nullopt;
    std::memcpy(&trieBytes, blob.data(), 4);
    if (trieBytes % 4 != 0 || trieBytes == 0 || trieBytes > blob.size() - 4) return std::nullopt;
    PrecompiledCharsmap map;
    map.m_units.resize(trieBytes / 4);
    std::memcpy(map.m_units.data(), blob.data() + 4, trieBytes);
    map.m_forms = blob.substr(4 + trieBytes);
    if (!map.insideBounds()) return std::nullopt;
    return map;
}

bool PrecompiledCharsmap::insideBounds() const {
    std::vector<std::size_t> open{offsetOf(unit(0))};
    std::vector<bool> seen(m_units.size());
    while (!open.empty()) {
        const std::size_t node = open.back();
        open.pop_back();
        if (node >= m_units.size()) return false;
        if (seen[node]) continue; // branches with the same ending share it
        seen[node] = true;
        for (std::size_t byte = 1; byte < 256; ++byte) {
            const std::size_t child = node ^ byte;
            if (child >= m_units.size() || labelOf(unit(child)) != byte) continue;
            const std::size_t next = child ^ offsetOf(unit(child));
            if (next >= m_units.size()) return false;
            if (hasLeaf(unit(child)) && valueOf(unit(next)) >= m_forms.size()) return false;
            open.push_back(next);
        }
    }
    return true;
}

// The shortest prefix that has an entry decides, as in the reference.
std::optional<std::string_view> PrecompiledCharsmap::replacement(std::string_view text) const {
    std::size_t node = offsetOf(unit(0));
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        node ^= byte;
        if (byte == 0 || node >= m_units.size() || labelOf(unit(node)) != byte) return std::nullopt;
        const std::uint32_t found = unit(node);
        node ^= offsetOf(found);
        if (hasLeaf(found)) return std::string_view(m_forms.c_str() + valueOf(unit(node)));
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
