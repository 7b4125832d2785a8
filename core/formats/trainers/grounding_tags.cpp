#include "core/formats/trainers/grounding_tags.h"

#include <algorithm>

namespace rb::formats {
namespace {

bool skipPatch(TextCursor& cursor, double& column, double& row) {
    if (!cursor.skip("<patch_index_")) return false;
    const std::optional<int> index = cursor.digits();
    if (!index || !cursor.skip(">")) return false;
    column = *index % 32;
    row = *index / 32;
    return true;
}

bool skipPoint(TextCursor& cursor, double& x, double& y) {
    if (!cursor.skip("(")) return false;
    const std::optional<int> first = cursor.digits();
    if (!first || !cursor.skip(",")) return false;
    const std::optional<int> second = cursor.digits();
    if (!second) return false;
    x = *first;
    y = *second;
    return cursor.skip(")");
}

bool skipQwenBox(TextCursor& cursor, std::vector<Corners>& boxes, const GroundingTags& tags) {
    TextCursor ahead = cursor;
    Corners at{};
    const bool whole = ahead.skip(tags.box) && skipPoint(ahead, at[0], at[1]) && ahead.skip(",") &&
                       skipPoint(ahead, at[2], at[3]) && ahead.skip(tags.boxEnd);
    if (!whole) return false;
    boxes.push_back(at);
    cursor = ahead;
    return true;
}

bool skipQwenRun(TextCursor& cursor, std::vector<Corners>& boxes, const GroundingTags& tags) {
    if (!skipQwenBox(cursor, boxes, tags)) return false;
    while (skipQwenBox(cursor, boxes, tags)) {}
    return true;
}

bool skipLocation(TextCursor& cursor, Corners& at) {
    return std::all_of(at.begin(), at.end(), [&](double& number) {
        if (!cursor.skip("<loc_")) return false;
        const std::optional<int> bin = cursor.digits();
        number = bin.value_or(0);
        return bin && cursor.skip(">");
    });
}

/// True also when there is no phrase, for a box may stand alone.
bool skipPhrase(TextCursor& cursor, const GroundingTags& tags, std::string_view& phrase) {
    constexpr std::size_t kLongest = 10000;
    if (!cursor.skip(tags.phrase)) return true;
    const std::size_t length = cursor.text.substr(cursor.at, kLongest).find(tags.phraseEnd);
    if (length == std::string_view::npos) return false;
    phrase = cursor.text.substr(cursor.at, length);
    cursor.at += length;
    return cursor.skip(tags.phraseEnd);
}

} // namespace

bool skipPatches(TextCursor& cursor, std::vector<Corners>& boxes) {
    TextCursor ahead = cursor;
    std::vector<Corners> found;
    if (!ahead.skip(kKosmosTags.box)) return false;
    do {
        Corners at{};
        if (!skipPatch(ahead, at[0], at[1]) || !skipPatch(ahead, at[2], at[3])) return false;
        found.push_back(at);
    } while (ahead.skip("</delimiter_of_multi_objects/>"));
    if (!ahead.skip(kKosmosTags.boxEnd)) return false;
    boxes = found;
    cursor = ahead;
    return true;
}

bool skipQwenBoxes(TextCursor& cursor, std::vector<Corners>& boxes) { return skipQwenRun(cursor, boxes, kQwenTags); }
bool skipQwen2Boxes(TextCursor& cursor, std::vector<Corners>& boxes) { return skipQwenRun(cursor, boxes, kQwen2Tags); }

bool skipLocations(TextCursor& cursor, std::vector<Corners>& boxes) {
    const std::size_t before = boxes.size();
    for (TextCursor ahead = cursor;; cursor = ahead) {
        Corners at{};
        if (!skipLocation(ahead, at)) return boxes.size() > before;
        boxes.push_back(at);
    }
}

GroundedPiece nextMarked(TextCursor& cursor, const GroundingTags& tags, SkipBoxes skipBoxes) {
    const std::size_t start = cursor.at;
    const std::string_view text = cursor.text;
    GroundedPiece piece;
    for (std::size_t mark = text.find('<', start); mark != std::string_view::npos; mark = text.find('<', mark + 1)) {
        TextCursor ahead{text, mark};
        piece.phrase = {};
        if (!skipPhrase(ahead, tags, piece.phrase) || !skipBoxes(ahead, piece.boxes)) continue;
        piece.words = text.substr(start, mark - start);
        cursor = ahead;
        return piece;
    }
    cursor.at = text.size();
    piece.phrase = {};
    piece.words = text.substr(start);
    return piece;
}

GroundedPiece nextPrefixed(TextCursor& cursor, std::string_view boxBegin, SkipBoxes skipBoxes) {
    const std::size_t start = cursor.at;
    GroundedPiece piece;
    for (std::size_t mark = cursor.text.find(boxBegin, start); mark != std::string_view::npos;
         mark = cursor.text.find(boxBegin, mark + 1)) {
        TextCursor ahead{cursor.text, mark};
        if (!skipBoxes(ahead, piece.boxes)) continue;
        piece.phrase = cursor.text.substr(start, mark - start);
        cursor = ahead;
        return piece;
    }
    piece.words = cursor.text.substr(start);
    cursor.at = cursor.text.size();
    return piece;
}

} // namespace rb::formats
