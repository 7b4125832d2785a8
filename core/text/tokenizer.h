#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rb::text {

using TokenId = std::int32_t;

/// Text to token ids and back. Immutable after it was opened, so it may be shared by threads.
class Tokenizer {
public:
    virtual ~Tokenizer() = default;

    /// Ids of `text` (UTF-8) with the tokenizer's own special tokens added, as Hugging Face adds
    /// them: `[CLS] … [SEP]`, `</s> …` (OPT), `… </s>` (T5), none (GPT-2).
    virtual std::vector<TokenId> encode(std::string_view text) const = 0;

    /// Text of `ids`, without clean-up of spaces. Bytes that are not valid UTF-8 become U+FFFD, one
    /// for each maximal bad part.
    virtual std::string decode(std::span<const TokenId> ids, bool skipSpecialTokens) const = 0;

    /// What may be shown of a text still being generated: as decode() with special tokens skipped,
    /// but an unfinished character at the end is held back.
    virtual std::string decodePartial(std::span<const TokenId> ids) const = 0;

    /// The id of a piece as the vocabulary spells it, if there is one.
    virtual std::optional<TokenId> idOf(std::string_view piece) const = 0;
    /// The vocabulary's spelling of an id; empty when the id is outside.
    virtual std::string pieceOf(TokenId id) const = 0;
    /// Number of ids, added tokens included.
    virtual TokenId size() const = 0;
};

enum class TokenizerKind { WordPiece, ByteLevelBpe, SentencePiece };

/// Opens the tokenizer of the wanted kind from the files a Hugging Face folder holds: `vocab.txt`,
/// `vocab.json` + `merges.txt`, `spiece.model`, or `tokenizer.json` alone. The legacy files win
/// when both are there. For ByteLevelBpe, `</s>` is prepended when `tokenizer_config.json` or
/// `tokenizer.json` says so (OPT), not for plain GPT-2.
/// Errors name the file and the reason; nothing from a file is ever compiled or executed.
Result<std::shared_ptr<const Tokenizer>> openTokenizer(const std::filesystem::path& folder, TokenizerKind kind);

} // namespace rb::text
