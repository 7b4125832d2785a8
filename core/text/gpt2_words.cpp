#include "core/text/gpt2_words.h"

#include "core/text/utf8.h"

namespace rb::text {

const std::string_view kGpt2Pattern =
    R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";

namespace {

enum class Kind { Letter, Number, Space, Other };

Kind kindOf(char32_t c) {
    if (isWhiteSpace(c)) return Kind::Space;
    if (isLetter(c)) return Kind::Letter;
    return isNumber(c) ? Kind::Number : Kind::Other;
}

std::size_t contraction(std::u32string_view text) {
    for (const std::u32string_view ending : {U"'s", U"'t", U"'re", U"'ve", U"'m", U"'ll", U"'d"})
        if (text.substr(0, ending.size()) == ending) return ending.size();
    return 0;
}

std::size_t runLength(std::u32string_view text, std::size_t from, Kind kind) {
    std::size_t end = from;
    while (end < text.size() && kindOf(text[end]) == kind)
        ++end;
    return end - from;
}

/// Length of the word at the beginning of a text that is not empty.
std::size_t wordLength(std::u32string_view text) {
    if (const std::size_t length = contraction(text)) return length;
    const std::size_t space = text[0] == U' ' && text.size() > 1 && kindOf(text[1]) != Kind::Space ? 1 : 0;
    const Kind kind = kindOf(text[space]);
    if (kind != Kind::Space) return space + runLength(text, space, kind);
    // White space before a word leaves its last character to that word.
    const std::size_t length = runLength(text, 0, Kind::Space);
    return length == text.size() || length == 1 ? length : length - 1;
}

} // namespace

std::vector<std::string> gpt2Words(std::string_view utf8) {
    const std::u32string text = toCodePoints(utf8);
    std::vector<std::string> words;
    for (std::u32string_view rest = text; !rest.empty();) {
        const std::size_t length = wordLength(rest);
        words.push_back(toUtf8(rest.substr(0, length)));
        rest.remove_prefix(length);
    }
    return words;
}

} // namespace rb::text
