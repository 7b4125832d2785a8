#pragma once

#include <string>
#include <vector>

namespace rb::metrics {

/// Cuts a text into Penn Treebank tokens, case kept, as Stanford's PTBTokenizer 3.4.1 writes them:
/// plain quotation marks and currency signs, brackets by name, no-break spaces within a token.
/// Characters that belong to no token (emoji, control characters) are dropped.
std::vector<std::u32string> ptbTokens(std::u32string text);

} // namespace rb::metrics
