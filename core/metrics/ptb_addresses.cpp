#include "core/metrics/ptb_rules.h"

#include <array>

namespace rb::metrics {
namespace {

using Run = PtbSource::Run;

bool isIn(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }
bool isAddressCharacter(char32_t c) { return !isPtbSpace(c) && !isIn(U"\"<>|(){}", c); }
bool isPathCharacter(char32_t c) { return !isPtbSpace(c) && !isIn(U"\"<>|()", c); }
bool isWebCharacter(char32_t c) { return isAddressCharacter(c) && !isIn(U",!?", c); }
bool isDomainCharacter(char32_t c) {
    if (c >= 0x80) return c != 0xA0;
    return (c >= U'a' && c <= U'z') || isIn(U".#%&*+~", c);
}
bool endsNoAddress(char32_t c) { return isIn(U"!\"(),-.<>?{|}", c); }

/// The end of an address that runs to `end`, without the marks of the sentence around it.
std::size_t trimmedEnd(const PtbSource& text, std::size_t begin, std::size_t end) {
    while (end > begin && endsNoAddress(text.at(end - 1))) --end;
    return end;
}

std::size_t withPath(const PtbSource& text, std::size_t host) {
    if (text.at(host) != U'/') return host;
    const std::size_t end = trimmedEnd(text, host, text.skip(host, isPathCharacter));
    return end >= host + 3 ? end : host;
}

/// A run of names with single dots. Its sign is the last dot with a name behind that `tailEnd`
/// accepts, whose end it gives.
template <typename Kind, typename TailEnd>
Run dottedRun(const PtbSource& text, std::size_t begin, Kind kind, TailEnd tailEnd) {
    Run run{begin, begin, 0, 0};
    while (run.end < text.size() && kind(text.at(run.end))) {
        const std::size_t dot = run.end++;
        if (text.at(dot) != U'.') continue;
        if (dot == begin || text.at(dot - 1) == U'.') break;
        const std::size_t tail = tailEnd(dot + 1);
        if (tail == dot + 1) continue;
        run.sign = dot;
        run.signEnd = withPath(text, tail);
        if (run.signEnd > tail) break; // as far as the path of any later name
    }
    return run;
}

std::size_t domainTailEnd(const PtbSource& text, std::size_t at) {
    for (const std::string_view name : {"com", "net", "org", "edu"})
        if (text.matches(at, name)) return at + 3;
    return at;
}

std::size_t fileTailEnd(const PtbSource& text, std::size_t at) {
    static constexpr std::array<std::string_view, 35> kEndings = {
        "bat", "bmp", "c", "cgi", "class", "cpp", "dll", "doc", "docx", "exe", "gif", "gz", "h", "htm", "html", "jar", "java", "jpeg",
        "jpg", "mov", "mp3", "pdf", "php", "pl", "png", "ppt", "ps", "py", "sql", "tar", "txt", "wav", "x", "xml", "zip"};
    const std::size_t end = text.skip(at, isPtbAlphanumeric, 6);
    if (!text.isOneOf(end, U" \n\t\r!?.,")) return at;
    for (const std::string_view ending : kEndings)
        if (ending.size() == end - at && text.matches(at, ending)) return end;
    return at;
}

} // namespace

PtbMatch ptbEmail(const PtbSource& text, std::size_t at) {
    const std::size_t begin = at + (text.at(at) == U'<' ? 1 : text.matches(at, "&lt;") ? 4 : 0);
    if (!isAsciiAlphanumeric(text.at(begin))) return {};
    const Run& run = text.runAt(PtbSource::kAddresses, begin, [&](std::size_t from) {
        Run found{from, text.skip(from, isAddressCharacter), 0, 0};
        for (std::size_t i = from; i + 1 < found.end; ++i)
            if (text.at(i) == U'@' && text.at(i + 1) != U'.') found.sign = i;
        if (found.sign == 0) return found;
        for (found.signEnd = found.sign + 1; found.signEnd < found.end; ++found.signEnd)
            if (text.at(found.signEnd) == U'.' && (found.signEnd + 1 == found.end || text.at(found.signEnd + 1) == U'.')) break;
        return found;
    });
    if (run.sign <= begin) return {};
    return ptbToken(run.signEnd + (text.at(run.signEnd) == U'>' ? 1 : 0) - at);
}

PtbMatch ptbUrl(const PtbSource& text, std::size_t at) {
    for (const std::string_view scheme : {"http://", "https://"})
        if (text.matches(at, scheme)) {
            const std::size_t host = at + scheme.size();
            const std::size_t end = trimmedEnd(text, host, text.skip(host, isAddressCharacter));
            if (end >= host + 2) return ptbToken(end - at);
        }
    if (text.matches(at, "www.")) {
        const Run& run = text.runAt(PtbSource::kWeb, at + 4, [&](std::size_t from) {
            return dottedRun(text, from, isWebCharacter, [&](std::size_t tail) {
                const std::size_t end = text.skip(tail, isAsciiLetter, 4);
                return end >= tail + 2 ? end : tail;
            });
        });
        if (run.sign > at + 4) return ptbToken(run.signEnd - at);
    }
    if (!isDomainCharacter(text.at(at)) || text.at(at) == U'.') return {};
    const Run& run = text.runAt(PtbSource::kDomains, at, [&](std::size_t from) {
        return dottedRun(text, from, isDomainCharacter, [&](std::size_t tail) { return domainTailEnd(text, tail); });
    });
    return run.sign > at ? ptbToken(run.signEnd - at) : PtbMatch{};
}

PtbMatch ptbFileName(const PtbSource& text, std::size_t at) {
    if (!isPtbAlphanumeric(text.at(at))) return {};
    const Run& run = text.runAt(PtbSource::kFiles, at, [&](std::size_t from) {
        const auto isName = [](char32_t c) { return isPtbAlphanumeric(c) || c == U'.'; };
        return dottedRun(text, from, isName, [&](std::size_t tail) { return fileTailEnd(text, tail); });
    });
    return run.sign > at ? PtbMatch{run.signEnd - at, run.signEnd + 1 - at} : PtbMatch{};
}

PtbMatch ptbHandle(const PtbSource& text, std::size_t at) {
    if (text.at(at) == U'#') {
        const std::size_t end = text.skip(at + 1, isPtbLetter);
        return end > at + 1 ? ptbToken(end - at) : PtbMatch{};
    }
    if (text.at(at) != U'@' || !(isAsciiLetter(text.at(at + 1)) || text.at(at + 1) == U'_')) return {};
    return ptbToken(text.skip(at + 1, [](char32_t c) { return isAsciiAlphanumeric(c) || c == U'_'; }) - at);
}

} // namespace rb::metrics
