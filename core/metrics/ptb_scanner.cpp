#include "core/metrics/ptb_scanner.h"

#include "core/metrics/ptb_rules.h"

namespace rb::metrics {
namespace {

std::u32string asItStands(std::u32string_view token) {
    std::u32string written(token);
    for (char32_t& c : written)
        if (c == U' ' || c == U'\n') c = 0xA0;
    return written;
}

std::u32string withPlainApostrophe(std::u32string_view token) {
    std::u32string written(token);
    for (char32_t& c : written)
        if (isApostrophe(c) || c == U'‘') c = c == U'‘' ? U'`' : U'\'';
    return written;
}

std::u32string writtenSign(char32_t c) {
    switch (c) {
    case U'(': return U"-LRB-";
    case U')': return U"-RRB-";
    case U'[': return U"-LSB-";
    case U']': return U"-RSB-";
    case U'{': return U"-LCB-";
    case U'}': return U"-RCB-";
    case U'‘': case U'‛': case U'‹': case 0x91: return U"`";
    case U'’': case U'›': case 0x92: return U"'";
    case U'“': case U'«': case 0x93: return U"``";
    case U'”': case U'»': case 0x94: return U"''";
    case U'–': case U'—': case 0x96: case 0x97: return U"--";
    case U'€': case U'¤': case U'₠': case 0x80: return U"$";
    case U'£': return U"#";
    case U'¢': return U"cents";
    case U'¼': return U"1/4";
    case U'½': return U"1/2";
    case U'¾': return U"3/4";
    case U'⅓': return U"1/3";
    case U'⅔': return U"2/3";
    default: return std::u32string(1, c);
    }
}

std::u32string signsByName(std::u32string_view token) {
    std::u32string written;
    for (const char32_t c : token) written += writtenSign(c);
    return written;
}

// Smileys and telephone numbers: only their round brackets are named.
std::u32string withNamedBrackets(std::u32string_view token) {
    std::u32string written;
    for (const char32_t c : asItStands(token)) written += c == U'(' || c == U')' ? writtenSign(c) : std::u32string(1, c);
    return written;
}

// &amp; &lt; &gt;, alone or in AT&amp;T
std::u32string withoutEntities(std::u32string_view token) {
    const PtbSource source{std::u32string(token)};
    std::u32string written;
    for (std::size_t i = 0; i < source.size(); ++i) {
        const bool less = source.matches(i, "&lt;"), greater = source.matches(i, "&gt;"), ampersand = source.matches(i, "&amp;");
        written += less ? U'<' : greater ? U'>' : source.at(i);
        i += ampersand ? 4 : less || greater ? 3 : 0;
    }
    return written;
}

struct Rule {
    PtbMatch (*match)(const PtbSource&, std::size_t);
    std::u32string (*written)(std::u32string_view);
};

constexpr Rule kRules[] = {
    {ptbTag, asItStands},
    {ptbGrownTogether, asItStands},
    {ptbNegated, asItStands},
    {ptbClitic, withPlainApostrophe},
    {ptbWord, asItStands},
    {ptbApostropheWord, asItStands},
    {ptbUrl, asItStands},
    {ptbEmail, asItStands},
    {ptbHandle, asItStands},
    {ptbClipped, asItStands},
    {ptbElided, asItStands},
    {ptbDate, asItStands},
    {ptbNumber, asItStands},
    {ptbFraction, asItStands},
    {ptbPhone, withNamedBrackets},
    {ptbAbbreviated, asItStands},
    {ptbAcronym, asItStands},
    {ptbCompound, asItStands},
    {ptbHyphenated, asItStands},
    {ptbSlashed, asItStands},
    {ptbStopBeforeComma, asItStands},
    {ptbFileName, asItStands},
    {ptbAmpersandWord, withoutEntities},
    {ptbLanguageName, asItStands},
    {ptbCurrency, asItStands},
    {ptbEntity, withoutEntities},
    {ptbSmiley, withNamedBrackets},
    {ptbQuotes, signsByName},
    {ptbMarks, asItStands},
    {ptbSymbol, signsByName},
};

} // namespace

std::vector<std::u32string> ptbTokens(std::u32string text) {
    const PtbSource source(std::move(text));
    std::vector<std::u32string> tokens;
    for (std::size_t at = 0; at < source.size();) {
        PtbMatch best;
        const Rule* winner = nullptr;
        for (const Rule& rule : kRules) {
            const PtbMatch match = rule.match(source, at);
            if (match.length == 0 || match.reach <= best.reach) continue;
            best = match;
            winner = &rule;
        }
        if (winner != nullptr) tokens.push_back(winner->written(source.part(at, best.length)));
        at += winner != nullptr ? best.length : 1;
    }
    return tokens;
}

} // namespace rb::metrics
