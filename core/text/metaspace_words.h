#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rb::text {

enum class WhiteSpaceCut {
    Everywhere, ///< `WhitespaceSplit` before `Metaspace`: white space ends a word and is dropped
    AtSpaces,   ///< `Metaspace` alone: each space begins a word
};

/// The words of a normalised text: spaces turn into U+2581, which also goes in front of a part that
/// does not begin with it; every U+2581 begins a word.
std::vector<std::string> metaspaceWords(std::string_view text, WhiteSpaceCut cut);

} // namespace rb::text
