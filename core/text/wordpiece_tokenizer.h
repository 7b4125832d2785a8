#pragma once

#include "core/text/added_tokens.h"
#include "core/text/bert_words.h"
#include "core/text/vocabulary.h"

namespace rb::text {

struct WordPieceParts {
    Vocabulary vocabulary;
    AddedTokens added;
    BertWordOptions words;
    TokenFrame frame; ///< `[CLS]` and `[SEP]`
    TokenId unknown = 100;
    std::size_t longestWord = 100; ///< in characters; a longer word is unknown
};

/// BERT's tokenizer (Devlin et al. 2019): basic words, each cut into the longest known pieces.
class WordPieceTokenizer final : public Tokenizer {
public:
    explicit WordPieceTokenizer(WordPieceParts parts) : m_parts(std::move(parts)) {}

    std::vector<TokenId> encode(std::string_view text) const override;
    std::string decode(std::span<const TokenId> ids, bool skipSpecialTokens) const override;
    std::string decodePartial(std::span<const TokenId> ids) const override { return decode(ids, true); }
    std::optional<TokenId> idOf(std::string_view piece) const override;
    std::string pieceOf(TokenId id) const override;
    TokenId size() const override;

private:
    void encodeWord(const std::u32string& word, std::vector<TokenId>& ids) const;

    WordPieceParts m_parts;
};

} // namespace rb::text
