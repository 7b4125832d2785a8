#pragma once

#include <cstddef>
#include <string_view>

namespace rb::metrics {

/// How an abbreviation holds its full stop.
enum class PtbAbbreviation {
    kNone,
    kTitle,   ///< before a name: "mr.x" stays one word
    kPlain,   ///< months, companies, places: "etc.x" is two
    kNumbered ///< only before a digit: "no. 5"
};

/// `word` is in lower case and without the full stop; `capital`: it begins with a capital.
PtbAbbreviation ptbAbbreviation(std::string_view word, bool capital);
/// Whether a word, in lower case, opens a sentence, so that "J. The" ends one.
bool ptbOpensSentence(std::string_view word);
constexpr std::size_t kLongestPtbAbbreviation = 8, kLongestPtbOpener = 12;

} // namespace rb::metrics
