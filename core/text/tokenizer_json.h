#pragma once

#include "core/text/tokenizer.h"

namespace rb::text {

class TokenizerJson;

/// A tokenizer from `tokenizer.json` alone. A pre-tokenizer, normalizer or pattern that is not known
/// is refused by name; no pattern is ever compiled. The file's truncation and padding do not count:
/// both are the caller's.
Result<std::shared_ptr<const Tokenizer>> openTokenizerJson(const std::filesystem::path& path,
                                                           TokenizerKind kind);

// One for each kind of model.
Result<std::shared_ptr<const Tokenizer>> openBpeJson(const TokenizerJson& file);
Result<std::shared_ptr<const Tokenizer>> openWordPieceJson(const TokenizerJson& file);
Result<std::shared_ptr<const Tokenizer>> openUnigramJson(const TokenizerJson& file);

} // namespace rb::text
