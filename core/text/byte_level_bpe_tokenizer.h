#pragma once

#include "core/text/added_tokens.h"
#include "core/text/vocabulary.h"

#include <array>
#include <unordered_map>

namespace rb::text {

/// What makes a byte-level BPE tokenizer.
struct ByteLevelBpeParts {
    Vocabulary vocabulary;
    std::vector<std::pair<std::string, std::string>> merges; ///< best first
    AddedTokens added;
    TokenFrame frame; ///< `</s>` before the text for OPT
};

/// GPT-2's and OPT's tokenizer (Radford et al. 2019): bytes, shown as characters, merged by rank.
class ByteLevelBpeTokenizer final : public Tokenizer {
public:
    explicit ByteLevelBpeTokenizer(ByteLevelBpeParts parts);

    std::vector<TokenId> encode(std::string_view text) const override;
    std::string decode(std::span<const TokenId> ids, bool skipSpecialTokens) const override;
    std::string decodePartial(std::span<const TokenId> ids) const override;
    std::optional<TokenId> idOf(std::string_view piece) const override;
    std::string pieceOf(TokenId id) const override;
    TokenId size() const override;

private:
    void encodeWord(std::string_view word, std::vector<TokenId>& ids) const;
    std::string bytesOf(std::span<const TokenId> ids, bool skipSpecialTokens) const;

    ByteLevelBpeParts m_parts;
    /// (left id, right id) → (rank, merged id); 64-bit key of the pair.
    struct Merge {
        std::uint32_t rank = 0;
        TokenId merged = 0;
    };
    std::unordered_map<std::uint64_t, Merge> m_merges;
    std::array<TokenId, 256> m_byteIds{};        ///< −1 when the vocabulary lacks the byte
    std::unordered_map<char32_t, char> m_byteOf; ///< the byte that a shown character stands for
};

} // namespace rb::text
