#include "core/text/caption_normalisation.h"

#include "core/text/utf8.h"

#include <algorithm>

namespace rb::text {
namespace {

// Python's \s holds the information separators too, which Unicode does not call white space.
bool isPatternSpace(char32_t c) {
    return isWhiteSpace(c) || (c >= 0x1C && c <= 0x1F);
}

std::u32string withSpaceRunsJoined(std::u32string_view text) {
    std::u32string result;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && isPatternSpace(text[end]))
            ++end;
        if (end - i >= 2)
            result += U' ';
        else
            result += text[i];
        i = std::max(end, i + 1);
    }
    return result;
}

std::u32string_view trimmed(std::u32string_view text) {
    while (!text.empty() && text.back() == U'\n')
        text.remove_suffix(1);
    while (!text.empty() && text.back() == U' ')
        text.remove_suffix(1);
    while (!text.empty() && text.front() == U' ')
        text.remove_prefix(1);
    return text;
}

std::u32string_view firstWords(std::u32string_view text, std::size_t count) {
    if (count == 0) return {};
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == U' ' && --count == 0) return text.substr(0, i);
    return text;
}

} // namespace

std::string normalisedCaption(std::string_view caption, std::size_t maxWords) {
    constexpr std::u32string_view replaced = U".!\"()*#:;~";
    std::u32string text = lowerCased(toCodePoints(caption));
    for (char32_t& c : text)
        if (replaced.find(c) != std::u32string_view::npos) c = U' ';
    const std::u32string joined = withSpaceRunsJoined(text);
    return toUtf8(firstWords(trimmed(joined), maxWords));
}

} // namespace rb::text
