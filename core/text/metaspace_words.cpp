#include "core/text/metaspace_words.h"

#include "core/text/utf8.h"

#include <algorithm>

namespace rb::text {
namespace {

constexpr char32_t kMark = 0x2581;

void addPart(std::u32string part, std::vector<std::string>& words) {
    if (part.empty()) return;
    std::replace(part.begin(), part.end(), U' ', kMark);
    if (part.front() != kMark) part.insert(part.begin(), kMark);
    for (std::size_t start = 0; start < part.size();) {
        const std::size_t end = std::min(part.find(kMark, start + 1), part.size());
        words.push_back(toUtf8(std::u32string_view(part).substr(start, end - start)));
        start = end;
    }
}

} // namespace

std::vector<std::string> metaspaceWords(std::string_view text, WhiteSpaceCut cut) {
    std::vector<std::string> words;
    std::u32string part;
    for (const char32_t c : toCodePoints(text)) {
        if (cut == WhiteSpaceCut::Everywhere && isWhiteSpace(c)) {
            addPart(std::move(part), words);
            part.clear();
        } else {
            part += c;
        }
    }
    addPart(std::move(part), words);
    return words;
}

} // namespace rb::text
