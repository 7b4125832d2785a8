#include "core/formats/trainers/plain_text.h"

#include <algorithm>

namespace rb::formats {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

constexpr std::array<std::string_view, 7> kMarks = {"<grounding>", "<s>",        "</s>",         "<pad>",
                                                    "<image>",     "<|im_end|>", "<|endoftext|>"};

/// Marks of models stand in no caption.
std::string withoutMarks(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        const auto mark =
            std::find_if(kMarks.begin(), kMarks.end(), [text](std::string_view each) { return text.starts_with(each); });
        if (mark == kMarks.end()) plain += text.front();
        text.remove_prefix(mark == kMarks.end() ? 1 : mark->size());
    }
    return plain;
}

} // namespace

void PlainText::words(std::string_view text) {
    const std::string plain = withoutMarks(text);
    m_text.saysMore = m_text.saysMore || plain.find_first_not_of(kSpaces) != std::string::npos;
    m_text.plain += plain;
}

void PlainText::phrase(std::string_view text, const std::vector<geometry::Box2>& boxes) {
    const std::string plain = withoutMarks(text);
    const std::size_t first = std::min(plain.find_first_not_of(kSpaces), plain.size());
    const std::size_t last = first == plain.size() ? first : plain.find_last_not_of(kSpaces) + 1;
    const std::size_t begin = m_text.plain.size() + first;
    const std::string phrase = plain.substr(first, last - first);
    m_text.plain += plain;
    for (const geometry::Box2& box : boxes) m_text.regions.push_back({box, phrase, begin, begin + phrase.size()});
}

GroundedText PlainText::take() {
    const std::size_t first = std::min(m_text.plain.find_first_not_of(kSpaces), m_text.plain.size());
    const std::size_t last = first == m_text.plain.size() ? first : m_text.plain.find_last_not_of(kSpaces) + 1;
    m_text.plain = m_text.plain.substr(first, last - first);
    for (GroundedRegion& region : m_text.regions) {
        region.begin = std::min(region.begin - std::min(region.begin, first), m_text.plain.size());
        region.end = region.begin + region.phrase.size();
    }
    return std::move(m_text);
}

} // namespace rb::formats
