#pragma once

#include "core/text/tokenizer.h"

#include <vector>

namespace rb::text {

/// At most `length` ids, as Hugging Face cuts them; with `keepLast` the end token (`[SEP]`, T5's `</s>`) stays at the
/// end of a cut text. `length` is at least 1.
inline void truncate(std::vector<TokenId>& ids, std::size_t length, bool keepLast) {
    if (ids.size() <= length) return;
    const TokenId last = ids.back();
    ids.resize(length);
    if (keepLast) ids.back() = last;
}

} // namespace rb::text
