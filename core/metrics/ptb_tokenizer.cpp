#include "core/metrics/ptb_tokenizer.h"

#include "core/metrics/ptb_scanner.h"

#include <algorithm>
#include <array>

#include <utf8proc.h>

namespace rb::metrics {
namespace {

std::u32string decoded(std::string_view text) {
    std::u32string characters;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t character = -1;
        const utf8proc_ssize_t used = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &character);
        if (used > 0) characters.push_back(static_cast<char32_t>(character));
        at += used > 0 ? static_cast<std::size_t>(used) : 1;
    }
    return characters;
}

/// Typographic signs as the Treebank writes them.
std::u32string plainSigns(const std::u32string& text) {
    std::u32string plain;
    for (const char32_t c : text) {
        switch (c) {
        case U'‘': case U'’': plain += U'\''; break;
        case U'“': case U'”': case U'«': case U'»': case U'„': plain += U'"'; break;
        case U'–': case U'—': case U'―': plain += U"--"; break;
        case U'…': plain += U"..."; break;
        case U'€': case U'¤': plain += U'$'; break;
        case U'£': plain += U'#'; break;
        default: plain += c;
        }
    }
    return plain;
}

std::string lowerCase(const std::u32string& token) {
    std::string text;
    utf8proc_uint8_t bytes[4];
    for (const char32_t c : token) {
        const utf8proc_ssize_t size = utf8proc_encode_char(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)), bytes);
        text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    }
    return text;
}

/// Brackets by their Treebank names. The metrics' list of punctuation has them in upper case and is
/// applied to lower case, so they stay.
std::string named(const std::string& token) {
    constexpr std::array<std::pair<const char*, const char*>, 6> kBrackets = {
        {{"(", "-lrb-"}, {")", "-rrb-"}, {"[", "-lsb-"}, {"]", "-rsb-"}, {"{", "-lcb-"}, {"}", "-rcb-"}}};
    for (const auto& [bracket, name] : kBrackets)
        if (token == bracket) return name;
    return token;
}

bool isRemoved(const std::string& token) {
    constexpr std::array kRemoved = {"\"", "'", "`", ".", "?", "!", ",", ":", "-", ";", "''", "``"};
    if (std::find(kRemoved.begin(), kRemoved.end(), token) != kRemoved.end()) return true;
    const bool dashesOrDots = token.find_first_not_of('-') == std::string::npos || token.find_first_not_of('.') == std::string::npos;
    return dashesOrDots;
}

} // namespace

std::string ptbTokenised(std::string_view caption) {
    std::string joined;
    for (const std::u32string& token : PtbScanner(plainSigns(decoded(caption))).tokens()) {
        const std::string word = named(lowerCase(token));
        if (isRemoved(word)) continue;
        if (!joined.empty()) joined += ' ';
        joined += word;
    }
    return joined;
}

} // namespace rb::metrics
