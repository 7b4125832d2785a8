#pragma once

#include "core/text/utf8.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rb::metrics {

constexpr std::size_t kLongestGram = 4;

/// Words between white space of any kind: BLEU and CIDEr part even tokens with a no-break space
/// within, as "3 1/2" is tokenised.
inline std::vector<std::string_view> wordsOf(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = text::whiteSpaceAtStart(text); at < text.size();) {
        std::size_t end = at, space = 0;
        while (end < text.size() && (space = text::whiteSpaceAtStart(text.substr(end))) == 0) ++end;
        words.push_back(text.substr(at, end - at));
        at = end + space;
    }
    return words;
}

using GramCounts = std::map<std::string, int>; ///< words joined by spaces

/// Counts of the n-grams of `order` 1 … 4.
inline GramCounts gramsOf(const std::vector<std::string_view>& words, std::size_t order) {
    GramCounts counts;
    for (std::size_t i = 0; i + order <= words.size(); ++i) {
        std::string gram(words[i]);
        for (std::size_t j = 1; j < order; ++j) gram.append(" ").append(words[i + j]);
        ++counts[gram];
    }
    return counts;
}

} // namespace rb::metrics
