#include "core/metrics/ptb_rules.h"

namespace rb::metrics {
namespace {

// Captions have no longer tags; the limit keeps hostile texts linear.
constexpr std::size_t kLongestTag = 4096;

std::size_t spacesEnd(const PtbSource& text, std::size_t at) {
    return text.skip(at, [](char32_t c) { return c == U' ' || c == U'\n'; });
}

std::size_t nameEnd(const PtbSource& text, std::size_t at) {
    if (!isAsciiLetter(text.at(at))) return at;
    return text.skip(at, [](char32_t c) { return isAsciiAlphanumeric(c) || c == U'-' || c == U'_' || c == U':' || c == U'.'; });
}

/// The end of ="value", or `at`; a name may stand without one.
std::size_t valueEnd(const PtbSource& text, std::size_t at) {
    const std::size_t equals = spacesEnd(text, at);
    if (text.at(equals) != U'=') return at;
    const std::size_t open = spacesEnd(text, equals + 1);
    const char32_t quote = text.at(open);
    if (quote != U'"' && quote != U'\'') return at;
    const std::size_t close = text.skip(open + 1, [quote](char32_t c) { return c != quote; }, kLongestTag);
    return text.at(close) == quote ? close + 1 : at;
}

std::size_t attributesEnd(const PtbSource& text, std::size_t at) {
    for (const std::size_t limit = at + kLongestTag; at < limit;) {
        const std::size_t begin = spacesEnd(text, at);
        const std::size_t name = nameEnd(text, begin);
        if (begin == at || name == begin) break;
        at = valueEnd(text, name);
    }
    return spacesEnd(text, at);
}

// <!DOCTYPE …>, <!-- … -->
std::size_t declarationEnd(const PtbSource& text, std::size_t at) {
    if (!isAsciiLetter(text.at(at)) && text.at(at) != U'-') return at;
    const auto& run = text.runAt(PtbSource::kTags, at, [&](std::size_t from) {
        return PtbSource::Run{from, text.skip(from, [](char32_t c) { return c != U'>'; })};
    });
    return text.at(run.end) == U'>' ? run.end + 1 : at;
}

} // namespace

PtbMatch ptbTag(const PtbSource& text, std::size_t at) {
    if (text.at(at) != U'<') return {};
    const char32_t kind = text.at(at + 1);
    if (kind == U'!') {
        const std::size_t end = declarationEnd(text, at + 2);
        return end > at + 2 ? ptbToken(end - at) : PtbMatch{};
    }
    const bool closing = kind == U'/', instruction = kind == U'?';
    const std::size_t begin = at + (closing || instruction ? 2 : 1);
    const std::size_t name = nameEnd(text, begin);
    if (name == begin) return {};
    std::size_t end = closing ? spacesEnd(text, name) : attributesEnd(text, name);
    if ((instruction && text.at(end) == U'?') || (!instruction && !closing && text.at(end) == U'/')) end = spacesEnd(text, end + 1);
    return text.at(end) == U'>' ? ptbToken(end + 1 - at) : PtbMatch{};
}

PtbMatch ptbEntity(const PtbSource& text, std::size_t at) {
    for (const std::string_view entity : {"&amp;", "&lt;", "&gt;"})
        if (text.matches(at, entity)) return ptbToken(entity.size());
    if (!text.matches(at, "&#")) return {};
    const std::size_t end = text.skip(at + 2, [](char32_t c) { return c >= U'0' && c <= U'9'; });
    return end > at + 2 && text.at(end) == U';' ? ptbToken(end + 1 - at) : PtbMatch{};
}

} // namespace rb::metrics
