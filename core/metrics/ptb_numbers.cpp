#include "core/metrics/ptb_rules.h"

namespace rb::metrics {
namespace {

/// Digits from `at`, at least `least` and at most `most`; their end, or `at`.
std::size_t digitsEnd(const PtbSource& text, std::size_t at, std::size_t least, std::size_t most) {
    const std::size_t end = text.skip(at, isPtbDigit, most);
    return end - at >= least ? end : at;
}

bool isPhoneGap(char32_t c) { return c == U' ' || c == U'-' || c == 0xA0 || c == U'\n'; }

/// Three or four digits, a gap or none, three to five digits; their end, or `at`.
std::size_t subscriberEnd(const PtbSource& text, std::size_t at) {
    for (const std::size_t head : {4U, 3U}) {
        const std::size_t middle = digitsEnd(text, at, head, head);
        if (middle == at) continue;
        const std::size_t tail = middle < text.size() && isPhoneGap(text.at(middle)) ? middle + 1 : middle;
        const std::size_t end = digitsEnd(text, tail, 3, 5);
        if (end > tail) return end;
    }
    return at;
}

/// After a group of two to four digits and a gap: the longest that reads as the rest of a number.
std::size_t groupedEnd(const PtbSource& text, std::size_t at, int groups) {
    std::size_t best = 0;
    for (std::size_t length = 2; length <= 4; ++length) {
        const std::size_t end = digitsEnd(text, at, length, length);
        if (end == at || end >= text.size() || !isPhoneGap(text.at(end))) continue;
        if (const std::size_t last = subscriberEnd(text, end + 1); last > end + 1) best = std::max(best, last);
        if (groups > 1) best = std::max(best, groupedEnd(text, end + 1, groups - 1));
    }
    return best;
}

/// 555.555.1234, with one more group or without.
std::size_t dottedEnd(const PtbSource& text, std::size_t at, int groups) {
    const std::size_t end = digitsEnd(text, at, 2, 4);
    if (end == at || text.at(end) != U'.') return 0;
    const std::size_t longer = groups > 1 ? dottedEnd(text, end + 1, groups - 1) : 0;
    const std::size_t middle = digitsEnd(text, end + 1, 3, 4);
    const std::size_t last = middle > end + 1 && text.at(middle) == U'.' ? digitsEnd(text, middle + 1, 3, 5) : 0;
    return std::max(longer, last > middle + 1 ? last : 0);
}

} // namespace

PtbMatch ptbNumber(const PtbSource& text, std::size_t at) {
    std::size_t end = text.isOneOf(at, U"+-") ? at + 1 : at;
    end = text.skip(end, isPtbDigit);
    while (text.isOneOf(end, U".,:٫٬") && isPtbDigit(text.at(end + 1))) end = text.skip(end + 1, isPtbDigit);
    return isPtbDigit(text.at(end - (end > at ? 1 : 0))) ? ptbToken(end - at) : PtbMatch{};
}

PtbMatch ptbDate(const PtbSource& text, std::size_t at) {
    const std::size_t first = digitsEnd(text, at, 1, 2);
    if (first == at || !text.isOneOf(first, U"-/")) return {};
    const std::size_t second = digitsEnd(text, first + 1, 1, 2);
    if (second == first + 1 || !text.isOneOf(second, U"-/")) return {};
    const std::size_t third = digitsEnd(text, second + 1, 2, 4);
    return third > second + 1 ? ptbToken(third - at) : PtbMatch{};
}

PtbMatch ptbFraction(const PtbSource& text, std::size_t at) {
    std::size_t top = digitsEnd(text, at, 1, 4);
    if (top == at) return {};
    std::size_t best = 0;
    for (int whole = 0; whole < 2; ++whole) {
        const std::size_t mark = text.at(top) == U'⁄' ? 1 : ptbSlashLength(text, top);
        const std::size_t end = mark == 0 ? top : digitsEnd(text, top + mark, 1, 4);
        if (mark > 0 && end > top + mark) best = end - at;
        if (top >= text.size() || !isPhoneGap(text.at(top))) break;
        const std::size_t next = digitsEnd(text, top + 1, 1, 4);
        if (next == top + 1) break;
        top = next;
    }
    return ptbToken(best);
}

PtbMatch ptbPhone(const PtbSource& text, std::size_t at) {
    if (text.at(at) == U'(') {
        const std::size_t close = digitsEnd(text, at + 1, 2, 3);
        if (close == at + 1 || text.at(close) != U')') return {};
        const std::size_t next = text.at(close + 1) == U' ' || text.at(close + 1) == 0xA0 ? close + 2 : close + 1;
        const std::size_t end = subscriberEnd(text, next);
        return end > next ? ptbToken(end - at) : PtbMatch{};
    }
    const std::size_t digits = text.skip(at, [](char32_t c) { return c == U'+'; }, 2);
    const std::size_t end = std::max(groupedEnd(text, digits, 2), dottedEnd(text, digits, 2));
    return end > at ? ptbToken(end - at) : PtbMatch{};
}

PtbMatch ptbCurrency(const PtbSource& text, std::size_t at) {
    const std::size_t sign = text.skip(at, [](char32_t c) { return c >= U'A' && c <= U'Z'; });
    return text.at(sign) == U'$' ? ptbToken(sign + 1 - at) : PtbMatch{};
}

} // namespace rb::metrics
