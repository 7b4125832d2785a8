#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rb::text {

/// SentencePiece's precompiled character map: a double-array trie (Darts-clone's layout) from
/// character sequences to their normal forms.
class PrecompiledCharsmap {
public:
    /// Nothing when the blob is malformed; every node that can be reached lies inside the array.
    static std::optional<PrecompiledCharsmap> from(std::string blob);

    /// The text with every grapheme, or else every character, replaced by its normal form, as
    /// Hugging Face's tokenizers apply it.
    std::string normalised(std::string_view utf8) const;

private:
    std::optional<std::string_view> replacement(std::string_view text) const;
    bool insideBounds() const;
    std::uint32_t unit(std::size_t index) const { return m_units[index]; }

    std::vector<std::uint32_t> m_units;
    std::string m_forms; ///< normal forms, each ended by a zero byte
};

} // namespace rb::text
