#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rb::metrics {

constexpr std::size_t kLongestGram = 4;

inline std::vector<std::string_view> wordsOf(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end + 1;
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
