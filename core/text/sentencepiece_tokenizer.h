#pragma once

#include "core/text/added_tokens.h"
#include "core/text/spiece_file.h"

namespace sentencepiece {
class SentencePieceProcessor;
}

namespace rb::text {

/// T5's tokenizer over the SentencePiece library: special tokens are matched in the text, each part
/// between them is encoded on its own, and `</s>` is added unless the text ends in it (the legacy
/// behaviour of T5Tokenizer).
class SentencePieceTokenizer final : public Tokenizer {
public:
    /// `end` is the id of `</s>`; `name` stands in errors.
    static Result<std::shared_ptr<const Tokenizer>> from(const SpieceFile& file, AddedTokens added,
                                                         TokenId end, const std::string& name);
    ~SentencePieceTokenizer() override;

    std::vector<TokenId> encode(std::string_view text) const override;
    std::string decode(std::span<const TokenId> ids, bool skipSpecialTokens) const override;
    std::string decodePartial(std::span<const TokenId> ids) const override;
    std::optional<TokenId> idOf(std::string_view piece) const override;
    std::string pieceOf(TokenId id) const override;
    TokenId size() const override;

private:
    SentencePieceTokenizer();
    bool isPiece(TokenId id) const;
    std::string bytesOf(std::span<const TokenId> ids, bool skipSpecialTokens) const;

    std::unique_ptr<sentencepiece::SentencePieceProcessor> m_processor;
    AddedTokens m_added;
    TokenId m_end = 1;
};

} // namespace rb::text
