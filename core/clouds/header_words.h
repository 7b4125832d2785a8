#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rb::clouds {

/// The words of a header's line.
inline std::vector<std::string> wordsOf(std::string_view line, std::string_view separators = " \t\r") {
    std::vector<std::string> words;
    while (true) {
        const auto begin = line.find_first_not_of(separators);
        if (begin == std::string_view::npos) return words;
        line.remove_prefix(begin);
        const auto end = std::min(line.find_first_of(separators), line.size());
        words.emplace_back(line.substr(0, end));
        line.remove_prefix(end);
    }
}

/// A whole number that is not negative and fits, and nothing else.
inline std::optional<std::uint64_t> countOf(std::string_view word) {
    std::uint64_t count = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), count);
    if (read.ec != std::errc() || read.ptr != word.data() + word.size()) return std::nullopt;
    return count;
}

} // namespace rb::clouds
