#pragma once

#include "core/text/tokenizer.h"

namespace rb::text {

/// Tokenizers from the files that folders held before `tokenizer.json`.
Result<std::shared_ptr<const Tokenizer>> openVocabTxt(const std::filesystem::path& folder);
Result<std::shared_ptr<const Tokenizer>> openVocabAndMerges(const std::filesystem::path& folder);
Result<std::shared_ptr<const Tokenizer>> openSpieceModel(const std::filesystem::path& folder);

} // namespace rb::text
