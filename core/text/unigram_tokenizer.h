#pragma once

#include "core/text/added_tokens.h"
#include "core/text/precompiled_charsmap.h"
#include "core/text/vocabulary.h"

#include <optional>

namespace rb::text {

struct UnigramParts {
    Vocabulary vocabulary;
    std::vector<float> scores;                      ///< by id
    TokenId unknown = 2;
    AddedTokens added;
    std::optional<PrecompiledCharsmap> charsmap;
    std::vector<TokenId> suffix;                    ///< `</s>`
};

/// T5's tokenizer as `tokenizer.json` states it (Kudo 2018): the text is normalised, cut at white
/// space, each word gets a space mark in front, and the most probable pieces are found by Viterbi.
class UnigramTokenizer final : public Tokenizer {
public:
    explicit UnigramTokenizer(UnigramParts parts);

    std::vector<TokenId> encode(std::string_view text) const override;
    std::string decode(std::span<const TokenId> ids, bool skipSpecialTokens) const override;
    std::string decodePartial(std::span<const TokenId> ids) const override { return decode(ids, true); }
    std::optional<TokenId> idOf(std::string_view piece) const override;
    std::string pieceOf(TokenId id) const override;
    TokenId size() const override;

private:
    void encodeWord(std::string_view word, std::vector<TokenId>& ids) const;

    UnigramParts m_parts;
    float m_unknownScore = 0;
    std::size_t m_longestPiece = 1; ///< in bytes
};

} // namespace rb::text
