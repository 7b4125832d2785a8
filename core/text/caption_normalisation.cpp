#include "core/text/caption_normalisation.h"

#include "core/text/utf8.h"

namespace rb::text {

std::string normalisedCaption(std::string_view caption, std::size_t maxWords) {
    constexpr std::u32string_view replaced = U".!\"()*#:;~";
    std::string result, word;
    std::size_t words = 0;
    const auto finish = [&] {
        if (!word.empty() && words++ < maxWords) (result.empty() ? result : result += ' ') += word;
        word.clear();
    };
    for (const char32_t c : toCodePoints(caption)) {
        const char32_t lower = lowerCase(c);
        if (isWhiteSpace(lower) || replaced.find(lower) != std::u32string_view::npos) finish();
        else appendUtf8(word, lower);
    }
    finish();
    return result;
}

} // namespace rb::text
