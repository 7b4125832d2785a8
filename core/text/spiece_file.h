#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace rb::text {

/// What a checked `spiece.model` says.
struct SpieceFile {
    std::string bytes;             ///< the whole file, for the library
    std::size_t pieceCount = 0;
};

/// Reads a SentencePiece model and checks it before the library sees it: the protocol buffer is
/// whole, there are 1 … 1,000,000 pieces of at most 512 bytes, one of them is the unknown piece,
/// and the trie of the character map stays inside its bounds (sentencepiece issues 1263 … 1272
/// tell why).
Result<SpieceFile> readSpieceFile(const std::filesystem::path& path);

} // namespace rb::text
