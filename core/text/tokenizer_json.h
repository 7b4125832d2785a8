#pragma once

#include "core/text/tokenizer.h"

namespace rb::text {

/// A tokenizer from `tokenizer.json` alone. Its parts are recognised by their known values; a
/// pre-tokenizer, normalizer or pattern that is not known is refused by name.
Result<std::shared_ptr<const Tokenizer>> openTokenizerJson(const std::filesystem::path& file, TokenizerKind kind);

} // namespace rb::text
