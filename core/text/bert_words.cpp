#include "core/text/bert_words.h"

#include "core/text/utf8.h"

namespace rb::text {
namespace {

bool isChinese(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2A6DF) ||
           (c >= 0x2A700 && c <= 0x2B73F) || (c >= 0x2B740 && c <= 0x2B81F) ||
           (c >= 0x2B820 && c <= 0x2CEAF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

bool splitsWords(char32_t c) {
    if ((c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126))
        return true;
    return c >= 0x80 && isPunctuation(c);
}

std::u32string cleaned(std::u32string_view text, bool splitChinese) {
    std::u32string result;
    for (const char32_t c : text) {
        const bool lineSpace = c == U'\t' || c == U'\n' || c == U'\r';
        if (c == 0 || c == 0xFFFD || (!lineSpace && isOther(c))) continue;
        if (lineSpace || isWhiteSpace(c))
            result += U' ';
        else if (splitChinese && isChinese(c))
            result += {U' ', c, U' '};
        else
            result += c;
    }
    return result;
}

std::u32string folded(std::u32string text, const BertWordOptions& options) {
    if (options.stripAccents) {
        text = decomposed(text);
        std::erase_if(text, isMark);
    }
    if (options.lowerCase)
        for (char32_t& c : text)
            c = lowerCase(c);
    return text;
}

} // namespace

std::vector<std::u32string> bertWords(std::string_view utf8, const BertWordOptions& options) {
    std::vector<std::u32string> words;
    std::u32string word;
    const auto finish = [&] {
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    };
    for (const char32_t c : folded(cleaned(toCodePoints(utf8), options.splitChinese), options)) {
        if (isWhiteSpace(c))
            finish();
        else if (splitsWords(c)) {
            finish();
            words.emplace_back(1, c);
        } else
            word += c;
    }
    finish();
    return words;
}

} // namespace rb::text
