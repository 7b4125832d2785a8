#include "core/formats/caption_text.h"

#include "core/formats/text_numbers.h"

namespace rb::formats {

bool isBlank(std::string_view text) { return trimmed(text).empty(); }

std::string oneLine(std::string_view text) {
    std::string line;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        line += text[i] == '\n' || text[i] == '\r' ? ' ' : text[i];
    }
    return line;
}

} // namespace rb::formats
