#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rb::text {

/// SentencePiece's precompiled character map: a double-array trie (Darts-clone's layout) from
/// character sequences to their normal forms, behind a 32-bit size and before the forms.
class PrecompiledCharsmap {
public:
    /// Nothing when the blob is malformed. What passes is also safe for SentencePiece 0.1.97, which
    /// follows the trie unchecked: every node that any bytes can reach lies inside the array, no
    /// path comes back to itself, and none passes more than 32 entries.
    static std::optional<PrecompiledCharsmap> from(std::string_view blob);

    /// The text with every grapheme, or else every character, replaced by its normal form, as
    /// Hugging Face's tokenizers apply it.
    std::string normalised(std::string_view utf8) const;

private:
    std::optional<std::string_view> replacement(std::string_view text) const;

    std::vector<std::uint32_t> m_units;
    std::string m_forms; ///< normal forms, each ended by a zero byte
};

} // namespace rb::text
