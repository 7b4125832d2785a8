#include "core/metrics/ptb_scanner.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <utf8proc.h>

namespace rb::metrics {
namespace {

bool isLetter(char32_t c) {
    const utf8proc_category_t kind = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return (kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_ME) && c != 0xfe0f && c != 0x20e3;
}
bool isDigit(char32_t c) { return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_ND; }
bool isWordPart(char32_t c) { return isLetter(c) || isDigit(c) || c == U'_'; }
bool isSpace(char32_t c) {
    const utf8proc_category_t kind = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return c <= 0x20 || (kind >= UTF8PROC_CATEGORY_ZS && kind <= UTF8PROC_CATEGORY_ZP);
}
char32_t lower(char32_t c) { return c < 0x80 ? (c >= U'A' && c <= U'Z' ? c + 32 : c) : c; }

// Words that keep their full stop (titles, streets, companies, months, measures in running text).
constexpr std::array kAbbreviations = {
    "mr", "mrs", "ms", "dr", "prof", "gen", "sen", "rep", "gov", "lt", "col", "capt", "sgt", "adm", "rev", "hon", "messrs", "jr",
    "sr", "st", "ave", "blvd", "rd", "inc", "ltd", "co", "corp", "bros", "vs", "etc", "jan", "feb", "mar", "apr", "jun", "jul",
    "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "approx", "dept", "univ"};
// gon|na, can|not: where two words were grown into one.
constexpr std::array<std::pair<const char*, std::size_t>, 6> kGrownTogether = {
    {{"cannot", 3}, {"gonna", 3}, {"gotta", 3}, {"lemme", 3}, {"gimme", 3}, {"wanna", 3}}};
constexpr std::array kFileEndings = {"bmp", "doc", "exe", "gif", "html", "htm", "jpeg", "jpg", "mov", "mp3", "pdf", "php",
                                     "png", "ppt", "sql", "tar", "txt", "wav", "xml", "zip"};
constexpr std::array kDomains = {"com", "net", "org", "edu"};
constexpr std::array kSchemes = {"http://", "https://", "ftp://"};

} // namespace

bool PtbScanner::matches(std::size_t index, const char* ascii) const {
    for (std::size_t i = 0; ascii[i] != '\0'; ++i)
        if (lower(at(index + i)) != static_cast<char32_t>(ascii[i])) return false;
    return true;
}

void PtbScanner::emit(std::size_t length) {
    m_tokens.push_back(m_text.substr(m_at, length));
    m_at += length;
}

std::size_t PtbScanner::tag() const {
    if (at(m_at) != U'<') return 0;
    std::size_t i = m_at + 1;
    if (at(i) == U'/' || at(i) == U'!' || at(i) == U'?') ++i;
    if (!isLetter(at(i))) return 0;
    while (i < m_text.size() && at(i) != U'>' && at(i) != U'<') ++i;
    return at(i) == U'>' ? i + 1 - m_at : 0;
}

std::size_t PtbScanner::address() const {
    std::size_t end = m_at;
    while (end < m_text.size() && !isSpace(at(end)) && std::u32string_view(U"<>|\"`()[]{}").find(at(end)) == std::u32string_view::npos) ++end;
    while (end > m_at && std::u32string_view(U".!?,;:&'").find(at(end - 1)) != std::u32string_view::npos) --end;
    for (const char* scheme : kSchemes)
        if (matches(m_at, scheme)) return end - m_at;
    if (matches(m_at, "www.")) return end - m_at;
    const std::u32string_view token = std::u32string_view(m_text).substr(m_at, end - m_at);
    const std::size_t sign = token.find(U'@');
    if (sign != token.npos && sign > 0 && sign + 1 < token.size() && isWordPart(token[0]) && token.find(U'.', sign) != token.npos)
        return token.size();
    std::size_t dot = m_at;
    while (isWordPart(at(dot)) || (at(dot) == U'-' && dot > m_at)) ++dot;
    if (dot == m_at || at(dot) != U'.') return 0;
    const auto endsAfter = [&](const char* ending) {
        const std::size_t length = std::string_view(ending).size();
        return matches(dot + 1, ending) && !isWordPart(at(dot + 1 + length)) ? dot + 1 + length - m_at : 0;
    };
    for (const char* ending : kFileEndings)
        if (const std::size_t length = endsAfter(ending)) return length;
    for (const char* domain : kDomains)
        if (const std::size_t length = endsAfter(domain)) return length;
    return 0;
}

std::size_t PtbScanner::handle() const {
    if ((at(m_at) != U'@' && at(m_at) != U'#') || !(isLetter(at(m_at + 1)) || at(m_at + 1) == U'_')) return 0;
    std::size_t end = m_at + 1;
    while (isWordPart(at(end))) ++end;
    return end - m_at;
}

std::size_t PtbScanner::number() const {
    std::size_t i = m_at;
    const bool starts = m_at == 0 || !isWordPart(at(m_at - 1));
    if ((at(i) == U'-' || at(i) == U'+') && starts && isDigit(at(i + 1))) ++i;
    if (at(i) == U'.' && isDigit(at(i + 1))) ++i;
    if (!isDigit(at(i))) return 0;
    const std::u32string_view joints = U".,:/-";
    while (isDigit(at(i)) || (joints.find(at(i)) != std::u32string_view::npos && isDigit(at(i + 1)) && isDigit(at(i - 1)))) ++i;
    if (isLetter(at(i)) || at(i) == U'_' || (at(i) == U'-' && isLetter(at(i + 1)))) return 0; // 3d, 20-foot: words
    return i - m_at;
}

std::size_t PtbScanner::acronym() const {
    std::size_t i = m_at;
    while (isLetter(at(i)) && at(i + 1) == U'.') i += 2;
    if (i - m_at < 4) return 0;
    if (isLetter(at(i)) && !isWordPart(at(i + 1))) ++i; // "U.S.A" without its last stop
    return i - m_at;
}

std::size_t PtbScanner::word() const {
    std::size_t i = m_at;
    if (std::u32string_view(U"dDoOlL").find(at(i)) != std::u32string_view::npos && at(i + 1) == U'\'' && isLetter(at(i + 2)) && isLetter(at(i + 3)))
        i += 2; // O'Neil, d'être
    if (!isWordPart(at(i))) return 0;
    const std::u32string_view joints = U"-/";
    while (isWordPart(at(i)) || (joints.find(at(i)) != std::u32string_view::npos && isWordPart(at(i + 1)) && isWordPart(at(i - 1)))) ++i;
    return i - m_at;
}

std::size_t PtbScanner::marks() const {
    const std::u32string_view kinds[] = {U"!?", U".", U"-"};
    for (const std::u32string_view kind : kinds) {
        std::size_t i = m_at;
        while (i < m_text.size() && kind.find(at(i)) != std::u32string_view::npos) ++i;
        if (i > m_at) return i - m_at;
    }
    return 0;
}

std::size_t PtbScanner::clitic() const {
    if (at(m_at) != U'\'' || m_at == 0 || !isWordPart(at(m_at - 1))) return 0;
    for (const char* ending : {"'ll", "'re", "'ve", "'s", "'m", "'d"}) {
        const std::size_t length = std::string_view(ending).size();
        if (matches(m_at, ending) && !isWordPart(at(m_at + length))) return length;
    }
    return 0;
}

void PtbScanner::emitWord(std::size_t length) {
    const std::size_t end = m_at + length;
    const bool negated = length > 1 && lower(at(end - 1)) == U'n' && at(end) == U'\'' && lower(at(end + 1)) == U't' && !isWordPart(at(end + 2));
    if (negated) { // do|n't
        emit(length - 1);
        return emit(3);
    }
    for (const auto& [grown, first] : kGrownTogether)
        if (std::string_view(grown).size() == length && matches(m_at, grown)) {
            emit(first);
            return emit(length - first);
        }
    const bool stopped = at(end) == U'.' && std::any_of(kAbbreviations.begin(), kAbbreviations.end(), [&](const char* known) {
                             return std::string_view(known).size() == length && matches(m_at, known);
                         });
    emit(stopped ? length + 1 : length);
}

void PtbScanner::emitSymbol() {
    const utf8proc_category_t kind = utf8proc_category(static_cast<utf8proc_int32_t>(at(m_at)));
    const bool punctuation = kind >= UTF8PROC_CATEGORY_PC && kind <= UTF8PROC_CATEGORY_PO;
    const bool sign = kind == UTF8PROC_CATEGORY_SC || kind == UTF8PROC_CATEGORY_SM || (kind == UTF8PROC_CATEGORY_SK && at(m_at) < 0x80);
    if (punctuation || sign) return emit(1);
    ++m_at;
}

std::vector<std::u32string> PtbScanner::tokens() {
    using Kind = std::size_t (PtbScanner::*)() const;
    constexpr Kind kinds[] = {&PtbScanner::tag, &PtbScanner::address, &PtbScanner::handle, &PtbScanner::number,
                              &PtbScanner::acronym, &PtbScanner::clitic};
    while (m_at < m_text.size()) {
        if (isSpace(at(m_at))) {
            ++m_at;
            continue;
        }
        std::size_t length = 0;
        for (const Kind kind : kinds)
            if (length == 0) length = (this->*kind)();
        if (length > 0) emit(length);
        else if ((length = word()) > 0) emitWord(length);
        else if ((length = marks()) > 0) emit(length);
        else emitSymbol();
    }
    return m_tokens;
}

} // namespace rb::metrics
