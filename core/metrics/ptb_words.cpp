#include "core/metrics/ptb_abbreviations.h"
#include "core/metrics/ptb_rules.h"

#include <string>

namespace rb::metrics {
namespace {

bool isWordCharacter(char32_t c) { return isPtbLetter(c) || isPtbDigit(c); }
bool isCapital(char32_t c) { return c >= U'A' && c <= U'Z'; }

std::size_t cliticLength(const PtbSource& text, std::size_t at) {
    for (const std::string_view clitic : {"'ll", "'re", "'ve", "'s", "'m", "'d"})
        if (text.matches(at, clitic)) return clitic.size();
    return 0;
}

/// One of the words that no rule explains, or 0. Most have only the typewriter's apostrophe.
std::size_t listedWordLength(const PtbSource& text, std::size_t at) {
    for (const std::string_view word : {"cap'n", "c'est", "ol'"})
        if (text.matches(at, word)) return word.size();
    for (const std::string_view word : {"c'mon", "e'er", "ev'ry", "li'l", "nat'l", "o'er", "o'o", "s'mores"})
        if (text.matches(at, word) && text.at(at + word.find('\'')) == U'\'') return word.size();
    return 0;
}

std::string asciiWord(const PtbSource& text, std::size_t at, std::size_t limit) {
    std::string word;
    for (; word.size() <= limit && isAsciiLetter(text.at(at)); ++at) word += static_cast<char>(text.lowerAt(at));
    return word;
}

bool sentenceOpensAt(const PtbSource& text, std::size_t at) {
    const std::size_t begin = text.skip(at, isPtbSpace);
    if (begin == at) return false;
    if (const std::size_t tag = ptbTag(text, begin).length; tag > 0) return isPtbSpace(text.at(begin + tag));
    if (!isCapital(text.at(begin))) return false;
    const std::string word = asciiWord(text, begin, kLongestPtbOpener);
    if ((word == "mr" || word == "ms") && text.at(begin + 2) == U'.') return isPtbSpace(text.at(begin + 3));
    return isPtbSpace(text.at(begin + word.size())) && ptbOpensSentence(word);
}

PtbMatch numbered(const PtbSource& text, std::size_t at, std::size_t length) {
    const std::size_t space = isPtbSpace(text.at(at + length)) ? 1 : 0;
    return isPtbDigit(text.at(at + length + space)) ? PtbMatch{length, length + space + 1} : PtbMatch{};
}

} // namespace

PtbMatch ptbGrownTogether(const PtbSource& text, std::size_t at) {
    struct Pair {
        std::string_view first, second;
    };
    static constexpr Pair kPairs[] = {
        {"can", "not"}, {"gon", "na"}, {"got", "ta"}, {"lem", "me"}, {"gim", "me"}, {"wan", "na"}, {"'t", "is"}, {"'t", "was"}};
    if (text.at(at) == U'’') return {};
    for (const auto& [first, second] : kPairs)
        if (text.matches(at, first) && text.matches(at + first.size(), second))
            return {first.size(), first.size() + second.size()};
    return {};
}

PtbMatch ptbNegated(const PtbSource& text, std::size_t at) {
    const std::size_t end = text.skip(at, isAsciiLetter);
    if (end < at + 2 || text.lowerAt(end - 1) != U'n' || text.lowerAt(end - 2) == U'n') return {};
    if (!isAnyApostrophe(text.at(end)) || text.lowerAt(end + 1) != U't') return {};
    return {end - 1 - at, end + 2 - at};
}

PtbMatch ptbClitic(const PtbSource& text, std::size_t at) {
    if (text.lowerAt(at) == U'n' && text.lowerAt(at + 2) == U't' && isAnyApostrophe(text.at(at + 1))) return ptbToken(3);
    const std::size_t length = cliticLength(text, at);
    if (text.at(at) != U'\'') return ptbToken(length); // a curly one may stand before letters
    return length > 0 && !isAsciiLetter(text.at(at + length)) ? PtbMatch{length, length + 1} : PtbMatch{};
}

PtbMatch ptbClipped(const PtbSource& text, std::size_t at) {
    if (!isApostrophe(text.at(at))) return {};
    for (const std::string_view word : {"'cause", "'till", "'til", "'em", "'n'"})
        if (text.matches(at, word)) return ptbToken(word.size());
    if (text.lowerAt(at + 1) == U'n') {
        if (text.at(at) != U'\'') return ptbToken(2);
        return isPtbSpace(text.at(at + 2)) ? PtbMatch{2, 3} : PtbMatch{};
    }
    if (!isPtbDigit(text.at(at + 1)) || !isPtbDigit(text.at(at + 2))) return {};
    if (text.at(at + 1) >= U'2' && text.at(at + 2) == U'0' && text.lowerAt(at + 3) == U's') return ptbToken(4);
    return isPtbSpace(text.at(at + 3)) ? PtbMatch{3, 4} : PtbMatch{};
}

PtbMatch ptbElided(const PtbSource& text, std::size_t at) {
    if (!isApostrophe(text.at(at + 1))) return {};
    if (text.isOneOf(at, U"dDjJlL")) return ptbToken(2);
    return text.isOneOf(at, U"yY") && isPtbLetter(text.at(at + 2)) ? PtbMatch{2, 3} : PtbMatch{};
}

PtbMatch ptbWord(const PtbSource& text, std::size_t at) {
    if (!isPtbLetter(text.at(at))) return {};
    std::size_t end = text.skip(at, isWordCharacter);
    while (text.isOneOf(end, U".!?") && isPtbLetter(text.at(end + 1))) end = text.skip(end + 1, isWordCharacter);
    return {end - at, end - at + cliticLength(text, end)}; // so "HE'S" is no word with an apostrophe
}

PtbMatch ptbApostropheWord(const PtbSource& text, std::size_t at) {
    const std::size_t listed = listedWordLength(text, at);
    const std::size_t quote = text.skip(at, isPtbLetter);
    if (quote == at || !isAnyApostrophe(text.at(quote))) return ptbToken(listed);
    const char32_t last = text.at(quote - 1);
    const std::size_t end = text.skip(quote + 1, isPtbLetter);
    const bool elides = (isCapital(last) && last != U'I' && last != U'Y') || last == U'n';
    const bool elision = quote == at + 1 && elides && end >= quote + 3; // C'est, O'Hare
    const bool vowelBehind = text.isOneOf(quote + 1, U"aeiou") || isCapital(text.at(quote + 1));
    const bool hiatus = quote > at + 1 && text.isOneOf(quote - 1, U"aeiouyAEIOUY") && vowelBehind; // Hawai'i
    return ptbToken(std::max(listed, elision || hiatus ? end - at : 0));
}

PtbMatch ptbAbbreviated(const PtbSource& text, std::size_t at) {
    const std::string word = asciiWord(text, at, kLongestPtbAbbreviation);
    const std::size_t length = word.size() + 1;
    if (word.empty() || text.at(at + word.size()) != U'.') return {};
    if (text.matches(at, "ph.d.") || text.matches(at, "ed.d.")) return {5, 7};
    if (word.size() == 1) return ptbToken(sentenceOpensAt(text, at + length) ? 0 : length);
    switch (ptbAbbreviation(word, isCapital(text.at(at)))) {
    case PtbAbbreviation::kTitle: return ptbToken(length);
    case PtbAbbreviation::kPlain: return {length, length + 2};
    case PtbAbbreviation::kNumbered: return numbered(text, at, length);
    case PtbAbbreviation::kNone: break;
    }
    return {};
}

PtbMatch ptbAcronym(const PtbSource& text, std::size_t at) {
    std::size_t end = at;
    while (isAsciiLetter(text.at(end)) && text.at(end + 1) == U'.') end += 2;
    return ptbToken(end - at >= 4 ? end - at : 0);
}

} // namespace rb::metrics
