#include "core/metrics/ptb_rules.h"

namespace rb::metrics {
namespace {

// O'Neil, d'être: a part of a compound may begin with an elided article.
std::size_t compoundPartEnd(const PtbSource& text, std::size_t at) {
    const bool elided = text.isOneOf(at, U"dDoOlL") && isAnyApostrophe(text.at(at + 1));
    if (elided && isPtbAlphanumeric(text.at(at + 2)) && isPtbAlphanumeric(text.at(at + 3))) at += 3;
    return text.skip(at, isPtbAlphanumeric);
}

std::size_t slashedPartEnd(const PtbSource& text, std::size_t at) {
    std::size_t end = text.skip(at, isAsciiAlphanumeric);
    for (int hyphens = 0; hyphens < 2 && end > at && text.at(end) == U'-' && isAsciiLetter(text.at(end + 1)); ++hyphens)
        end = text.skip(end + 1, isAsciiLetter);
    return end;
}

} // namespace

PtbMatch ptbCompound(const PtbSource& text, std::size_t at) {
    std::size_t end = compoundPartEnd(text, at);
    while (end > at && text.isOneOf(end, U"-_‐‑֊")) {
        const std::size_t next = compoundPartEnd(text, end + 1);
        if (next == end + 1) break;
        end = next;
    }
    return ptbToken(end - at);
}

PtbMatch ptbHyphenated(const PtbSource& text, std::size_t at) {
    if (!isAsciiAlphanumeric(text.at(at))) return {};
    const std::size_t head = text.runAt(PtbSource::kHyphenated, at, [&](std::size_t from) {
        return PtbSource::Run{from, text.skip(from, [](char32_t c) { return isAsciiAlphanumeric(c) || c == U'.' || c == U','; })};
    }).end;
    std::size_t end = head;
    while (text.at(end) == U'-') {
        const std::size_t next = std::max(text.skip(end + 1, isAsciiAlphanumeric), end + 1 + ptbAcronym(text, end + 1).length);
        if (next == end + 1) break;
        end = next;
    }
    return ptbToken(end > head ? end - at : 0);
}

PtbMatch ptbSlashed(const PtbSource& text, std::size_t at) {
    std::size_t end = slashedPartEnd(text, at), slashes = 0;
    for (; slashes < 2 && end > at; ++slashes) {
        const std::size_t slash = ptbSlashLength(text, end);
        const std::size_t next = slashedPartEnd(text, end + slash);
        if (slash == 0 || next == end + slash) break;
        end = next;
    }
    return ptbToken(slashes > 0 ? end - at : 0);
}

PtbMatch ptbAmpersandWord(const PtbSource& text, std::size_t at) {
    const auto isCapital = [](char32_t c) { return c >= U'A' && c <= U'Z'; };
    std::size_t end = text.skip(at, isCapital), joints = 0;
    for (; end > at && text.isOneOf(end, U"&+"); ++joints) {
        const std::size_t second = end + (text.matches(end, "&amp;") ? 5 : 1);
        const std::size_t next = text.skip(second, isCapital);
        if (next == second) break;
        end = next;
    }
    return ptbToken(joints > 0 ? end - at : 0);
}

PtbMatch ptbStopBeforeComma(const PtbSource& text, std::size_t at) {
    std::size_t length = 0;
    for (const auto rule : {ptbWord, ptbCompound, ptbHyphenated, ptbAmpersandWord})
        length = std::max(length, rule(text, at).length);
    if (length == 0 || text.at(at + length) != U'.' || !text.isOneOf(at + length + 1, U",:;")) return {};
    return {length + 1, length + 2};
}

PtbMatch ptbLanguageName(const PtbSource& text, std::size_t at) {
    if (text.matches(at, "c++")) return ptbToken(3);
    return ptbToken(text.matches(at, "c#") || text.matches(at, "f#") ? 2 : 0);
}

} // namespace rb::metrics
