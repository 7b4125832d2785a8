#include "core/formats/trainers/bracket_boxes.h"

#include <algorithm>

namespace rb::formats {
namespace {

std::string threeDecimals(double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 3);
    return {digits.data(), end.ptr};
}

bool skipCorners(TextCursor& cursor, Corners& corners) {
    for (std::size_t i = 0; i < corners.size(); ++i) {
        if (i > 0 && !cursor.skip(",")) return false;
        cursor.skipSpaces();
        const std::optional<double> value = cursor.number();
        if (!value) return false;
        corners[i] = *value;
        cursor.skipSpaces();
    }
    return true;
}

bool skipBracket(TextCursor& cursor, std::vector<Corners>& boxes) {
    if (!cursor.skip("[")) return false;
    do {
        Corners corners{};
        if (!skipCorners(cursor, corners)) return false;
        boxes.push_back(corners);
    } while (cursor.skip(";"));
    return cursor.skip("]");
}

} // namespace

std::string bracketed(const Corners& fractions) {
    std::string text = "[";
    for (std::size_t i = 0; i < fractions.size(); ++i) text += (i > 0 ? "," : "") + threeDecimals(fractions[i]);
    return text + "]";
}

bool skipBrackets(TextCursor& cursor, std::vector<Corners>& boxes) {
    std::vector<Corners> found;
    TextCursor ahead = cursor;
    bool any = false;
    while (skipBracket(ahead, found)) {
        boxes.insert(boxes.end(), found.begin(), found.end());
        found.clear();
        cursor = ahead;
        any = true;
        if (!ahead.skip(";")) break;
        ahead.skipSpaces();
    }
    return any;
}

std::vector<Corners> fractionsIn(std::string_view text) {
    std::vector<Corners> boxes;
    for (TextCursor cursor{text, text.find('[')}; cursor.at < text.size(); cursor.at = text.find('[', cursor.at))
        if (!skipBrackets(cursor, boxes)) ++cursor.at;
    std::erase_if(boxes, [](const Corners& corners) { return !areFractions(corners); });
    return boxes;
}

bool areFractions(const Corners& corners) {
    return std::all_of(corners.begin(), corners.end(), [](double value) { return value >= 0 && value <= 1; });
}

} // namespace rb::formats
