#pragma once

#include "core/text/added_tokens.h"
#include "core/text/metaspace_words.h"
#include "core/text/normalising_steps.h"
#include "core/text/vocabulary.h"

namespace rb::text {

struct UnigramParts {
    Vocabulary vocabulary;
    std::vector<double> scores; ///< log-probabilities by id, finite
    TokenId unknown = 2;
    AddedTokens added;
    std::vector<NormalisingStep> normalising; ///< in order
    WhiteSpaceCut cut = WhiteSpaceCut::Everywhere;
    TokenFrame frame; ///< `</s>` behind the text
};

/// T5's tokenizer as `tokenizer.json` states it (Kudo 2018): the text is normalised, cut into words
/// that begin with a space mark, and the most probable pieces of each are found by Viterbi.
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
    /// The best way to a position in a word.
    struct Arrival;

    std::vector<Arrival> bestArrivals(std::string_view word) const;
    void encodeWord(std::string_view word, std::vector<TokenId>& ids) const;

    UnigramParts m_parts;
    double m_unknownScore = 0;
    std::size_t m_longestPiece = 1; ///< in bytes
};

} // namespace rb::text
