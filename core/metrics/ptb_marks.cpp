#include "core/metrics/ptb_rules.h"

namespace rb::metrics {
namespace {

constexpr std::u32string_view kEyes = U"'-<=>^x~";

/// A face between round brackets, "(^_^)": its length, or 0.
std::size_t bracketedFace(const PtbSource& text, std::size_t at) {
    if (text.at(at) != U'(' || !text.isOneOf(at + 1, kEyes)) return 0;
    if (text.isOneOf(at + 2, kEyes) && text.at(at + 3) == U')') return 4;
    const bool dash = text.at(at + 2) == U'-' && text.at(at + 1) != U'-' && text.at(at + 3) != U'-';
    const bool nose = dash || text.isOneOf(at + 2, U"_.");
    return nose && text.isOneOf(at + 3, kEyes) && text.at(at + 4) == U')' ? 5 : 0;
}

/// The end of "\*\*", or `at`.
std::size_t escapedStarsEnd(const PtbSource& text, std::size_t at) {
    while (text.at(at) == U'\\' && text.at(at + 1) == U'*') at += 2;
    return at;
}

/// ". . .": its length, or 0.
std::size_t spacedDots(const PtbSource& text, std::size_t at) {
    std::size_t end = at + 1;
    while (text.at(end) == U' ' && text.at(end + 1) == U'.') end += 2;
    return end - at >= 5 ? end - at : 0;
}

} // namespace

PtbMatch ptbSmiley(const PtbSource& text, std::size_t at) {
    if (text.isOneOf(at, kEyes) && text.at(at + 1) == U'_' && text.isOneOf(at + 2, kEyes)) return ptbToken(3);
    if (const std::size_t length = bracketedFace(text, at); length > 0) return ptbToken(length);
    std::size_t end = text.isOneOf(at, U"<>") ? at + 1 : at;
    if (!text.isOneOf(end, U":;=")) return {};
    ++end;
    const std::u32string_view mouths = U"()DPdpO\\{@|[]";
    if (text.isOneOf(end, U"-o*'") && text.isOneOf(end + 1, mouths)) ++end;
    if (!text.isOneOf(end, mouths) || isAsciiAlphanumeric(text.at(end + 1))) return {};
    return {end + 1 - at, end + 2 - at};
}

PtbMatch ptbQuotes(const PtbSource& text, std::size_t at) {
    if (text.at(at) == U'\'') return ptbToken(text.at(at + 1) == U'\'' ? 2 : 1);
    return ptbToken(text.skip(at, [](char32_t c) { return isTypographicQuote(c) || c == U'`'; }, 2) - at);
}

PtbMatch ptbMarks(const PtbSource& text, std::size_t at) {
    const auto runOf = [&](std::u32string_view set) {
        return text.skip(at, [set](char32_t c) { return set.find(c) != set.npos; }) - at;
    };
    switch (text.at(at)) {
    case U'!': case U'?': return ptbToken(runOf(U"!?"));
    case U'-': return ptbToken(runOf(U"-"));
    case U'*': return ptbToken(runOf(U"*"));
    case U'\\': return ptbToken(escapedStarsEnd(text, at) - at);
    case U'_': return ptbToken(runOf(U"_"));
    case U'#': return ptbToken(runOf(U"#"));
    case U'@': return ptbToken(runOf(U"@"));
    case U'.':
        if (const std::size_t length = spacedDots(text, at); length > 0) return ptbToken(length);
        return text.at(at + 1) == U'.' && text.at(at + 2) == U'.' ? ptbToken(runOf(U".")) : ptbToken(1);
    case U'<': case U'>': return ptbToken(text.at(at + 1) == text.at(at) ? 2 : 1);
    default: return {};
    }
}

PtbMatch ptbSymbol(const PtbSource& text, std::size_t at) {
    const char32_t c = text.at(at);
    const std::u32string_view rewritten = U"¢£€¤₠¼½¾⅓⅔‚„–—\x80\x96\x97";
    const bool written = rewritten.find(c) != rewritten.npos;
    return ptbToken(written || isPtbSymbol(c) ? 1 : 0);
}

} // namespace rb::metrics
