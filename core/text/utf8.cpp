#include "core/text/utf8.h"

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <utf8proc.h>

namespace rb::text {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
    char32_t codePoint = kReplacement;
    std::size_t length = 1;
    bool valid = false;
    bool cutShort = false; ///< a good beginning that the text's end cuts off
};

// Unicode 15, table 3-7: which second byte may follow which first.
Decoded decodeOne(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return {first, 1, true, false};
    const std::size_t need = first >= 0xC2 && first <= 0xDF   ? 2
                             : first >= 0xE0 && first <= 0xEF ? 3
                             : first >= 0xF0 && first <= 0xF4 ? 4
                                                              : 0;
    if (need == 0) return {};
    const unsigned char low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    char32_t codePoint = first & (0xFFu >> (need + 1));
    for (std::size_t i = 1; i < need; ++i) {
        if (i >= text.size()) return {kReplacement, i, false, true};
        const unsigned char next = byte(i);
        if (next < (i == 1 ? low : 0x80) || next > (i == 1 ? high : 0xBF))
            return {kReplacement, i, false, false};
        codePoint = (codePoint << 6) | (next & 0x3Fu);
    }
    return {codePoint, need, true, false};
}

utf8proc_category_t categoryOf(char32_t c) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

bool between(utf8proc_category_t category, utf8proc_category_t first, utf8proc_category_t last) {
    return category >= first && category <= last;
}

} // namespace

void appendUtf8(std::string& out, char32_t codePoint) {
    utf8proc_uint8_t bytes[4];
    const auto count = utf8proc_encode_char(static_cast<utf8proc_int32_t>(codePoint), bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count));
}

std::u32string toCodePoints(std::string_view utf8) {
    std::u32string result;
    for (std::size_t i = 0; i < utf8.size();) {
        const Decoded decoded = decodeOne(utf8.substr(i));
        result.push_back(decoded.codePoint);
        i += decoded.length;
    }
    return result;
}

std::string toUtf8(std::u32string_view codePoints) {
    std::string result;
    for (const char32_t c : codePoints)
        appendUtf8(result, c);
    return result;
}

std::string repaired(std::string_view bytes, bool holdBackTail) {
    std::string result;
    for (std::size_t i = 0; i < bytes.size();) {
        const Decoded decoded = decodeOne(bytes.substr(i));
        if (decoded.cutShort && holdBackTail) break;
        if (decoded.valid)
            result.append(bytes.substr(i, decoded.length));
        else
            appendUtf8(result, kReplacement);
        i += decoded.length;
    }
    return result;
}

bool isWhiteSpace(char32_t c) {
    if ((c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85) return true;
    return c >= 0x80 && between(categoryOf(c), UTF8PROC_CATEGORY_ZS, UTF8PROC_CATEGORY_ZP);
}

bool isLetter(char32_t c) {
    return between(categoryOf(c), UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LO);
}
bool isNumber(char32_t c) {
    return between(categoryOf(c), UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_NO);
}
bool isPunctuation(char32_t c) {
    return between(categoryOf(c), UTF8PROC_CATEGORY_PC, UTF8PROC_CATEGORY_PO);
}
bool isMark(char32_t c) {
    return categoryOf(c) == UTF8PROC_CATEGORY_MN;
}
bool isOther(char32_t c) {
    const utf8proc_category_t category = categoryOf(c);
    return category == UTF8PROC_CATEGORY_CN || between(category, UTF8PROC_CATEGORY_CC, UTF8PROC_CATEGORY_CO);
}

std::size_t whiteSpaceAtStart(std::string_view utf8) {
    std::size_t length = 0;
    while (length < utf8.size()) {
        const Decoded decoded = decodeOne(utf8.substr(length));
        if (!isWhiteSpace(decoded.codePoint)) break;
        length += decoded.length;
    }
    return length;
}

std::size_t whiteSpaceAtEnd(std::string_view utf8) {
    std::size_t end = utf8.size();
    while (end > 0) {
        std::size_t start = end - 1;
        while (start > 0 && end - start < 4 && (static_cast<unsigned char>(utf8[start]) & 0xC0) == 0x80)
            --start;
        const Decoded decoded = decodeOne(utf8.substr(start, end - start));
        if (decoded.length != end - start || !isWhiteSpace(decoded.codePoint)) break;
        end = start;
    }
    return utf8.size() - end;
}

std::u32string decomposed(std::u32string_view text) {
    const std::string utf8 = toUtf8(text);
    utf8proc_uint8_t* result = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                                   static_cast<utf8proc_ssize_t>(utf8.size()), &result, options);
    if (size < 0) return std::u32string(text);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(result, &std::free);
    return toCodePoints({reinterpret_cast<const char*>(result), static_cast<std::size_t>(size)});
}

char32_t lowerCase(char32_t c) {
    return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

namespace {

bool isCased(char32_t c) {
    return between(categoryOf(c), UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LT);
}

/// Unicode's Case_Ignorable: marks, format characters, modifiers, and punctuation inside words.
bool isCaseIgnorable(char32_t c) {
    constexpr std::u32string_view insideWords =
        U"'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A";
    const utf8proc_category_t category = categoryOf(c);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME ||
           category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_LM ||
           category == UTF8PROC_CATEGORY_SK || insideWords.find(c) != std::u32string_view::npos;
}

bool sigmaEndsWord(std::u32string_view text, std::size_t at) {
    std::size_t before = at, after = at + 1;
    while (before > 0 && isCaseIgnorable(text[before - 1]))
        --before;
    while (after < text.size() && isCaseIgnorable(text[after]))
        ++after;
    return before > 0 && isCased(text[before - 1]) && !(after < text.size() && isCased(text[after]));
}

} // namespace

std::u32string lowerCased(std::u32string_view text) {
    std::u32string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == 0x3A3)
            result += sigmaEndsWord(text, i) ? U'\u03C2' : U'\u03C3';
        else if (text[i] == 0x130)
            result += U"i\u0307";
        else
            result += lowerCase(text[i]);
    }
    return result;
}

std::vector<std::size_t> graphemeEnds(std::u32string_view text) {
    std::vector<std::size_t> ends;
    utf8proc_int32_t state = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(text[i]),
                                             static_cast<utf8proc_int32_t>(text[i + 1]), &state))
            ends.push_back(i + 1);
    if (!text.empty()) ends.push_back(text.size());
    return ends;
}

} // namespace rb::text
