#pragma once

#include "core/text/tokenizer.h"

#include <string>

namespace rb::text {

/// What a checked `spiece.model` says.
struct SpieceFile {
    std::string bytes; ///< the whole file, for the library
    TokenId pieceCount = 0;
    TokenId unknown = -1;       ///< the id of the unknown piece
    std::string unknownPiece;   ///< its spelling, mostly `<unk>`
    std::optional<TokenId> end; ///< of `</s>`
    std::optional<TokenId> pad; ///< of `<pad>`
};

/// Reads a SentencePiece model and checks it before the library sees it, which trusts its file
/// (sentencepiece issues 1263 to 1272): the protocol buffer is whole; there are 1 … 1,000,000 pieces
/// of 1 … 512 bytes of UTF-8 with finite scores; exactly one is the unknown piece; user-defined
/// pieces are not nested more than 64 deep; the model is a unigram one; and both character maps are
/// safe to follow.
Result<SpieceFile> readSpieceFile(const std::filesystem::path& path);

} // namespace rb::text
