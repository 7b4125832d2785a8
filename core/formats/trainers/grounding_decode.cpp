#include "core/formats/json_lines.h"
#include "core/formats/json_objects.h"
#include "core/formats/trainers/grounding_tags.h"

#include <algorithm>

namespace rb::formats {

using nlohmann::json;

namespace {

/// Keeps the first refusal, and what was read before it.
struct Decoding {
    GroundingGrid grid;
    const std::string& place;
    PlainText text;
    Status status;

    void add(std::string_view phrase, const std::vector<Corners>& numbers);
};

void Decoding::add(std::string_view phrase, const std::vector<Corners>& numbers) {
    std::vector<geometry::Box2> boxes;
    for (const Corners& at : numbers) {
        const bool inRange =
            std::all_of(at.begin(), at.end(), [this](double each) { return each >= 0 && each <= grid.largest(); });
        if (!inRange && status.ok())
            status = Error{ErrorCode::FileInvalid, place + ": the box (" + compact(at) + ") must hold numbers that " +
                                                       nameOf(grid.style) + " can write, 0 to " + compact(grid.largest()) + "."};
        boxes.push_back(grid.boxOf(at));
    }
    text.phrase(phrase, boxes);
}

/// JSON as models write it, at times inside a fence of Markdown.
std::string_view withoutFence(std::string_view text) {
    const std::size_t begin = text.find_first_of("[{");
    const std::size_t end = text.find_last_of("]}");
    const bool fenced = begin != std::string_view::npos && end != std::string_view::npos && begin < end;
    const std::string_view before = text.substr(0, fenced ? begin : 0);
    if (!fenced || before.find_first_not_of("`json \r\n") != std::string_view::npos) return {};
    return text.substr(begin, end + 1 - begin);
}

void addBox(Decoding& decoding, const json& entry) {
    RecordFields fields(entry, decoding.place);
    const std::vector<double> numbers = fields.numbers("bbox_2d", 4);
    const std::string label = fields.text("label", "");
    if (decoding.status.ok()) decoding.status = fields.status();
    if (!decoding.status.ok()) return;
    decoding.text.words(" ");
    decoding.add(label, {{numbers[0], numbers[1], numbers[2], numbers[3]}});
}

void decodeJson(Decoding& decoding, std::string_view text) {
    const std::string_view inner = withoutFence(text);
    if (inner.find("\"bbox_2d\"") == std::string_view::npos) return decoding.text.words(text);
    const Result<json> parsed = parseJson(inner, decoding.place);
    if (!parsed.ok()) {
        decoding.status = parsed.error();
    } else if (parsed->is_array()) {
        for (const json& entry : *parsed) addBox(decoding, entry);
    } else {
        addBox(decoding, *parsed);
    }
}

GroundedPiece nextPiece(TextCursor& cursor, GroundingStyle style) {
    switch (style) {
    case GroundingStyle::Shikra: return nextPrefixed(cursor, "[", skipBrackets);
    case GroundingStyle::Florence2: return nextPrefixed(cursor, "<loc_", skipLocations);
    case GroundingStyle::Kosmos2: return nextMarked(cursor, kKosmosTags, skipPatches);
    case GroundingStyle::QwenVl: return nextMarked(cursor, kQwenTags, skipQwenBoxes);
    default: return nextMarked(cursor, kQwen2Tags, skipQwen2Boxes);
    }
}

void decodePieces(Decoding& decoding, std::string_view text) {
    for (TextCursor cursor{text}; cursor.at < text.size();) {
        const GroundedPiece piece = nextPiece(cursor, decoding.grid.style);
        decoding.text.words(piece.words);
        if (!piece.boxes.empty()) decoding.add(piece.phrase, piece.boxes);
    }
}

bool isJson(GroundingStyle style) { return style == GroundingStyle::Qwen25Vl || style == GroundingStyle::Qwen3Vl; }

} // namespace

Result<GroundedText> decodeGrounding(std::string_view text, PixelSize size, GroundingStyle style, const std::string& place,
                                     std::optional<PixelSize> resized) {
    Decoding decoding{GroundingGrid(style, size, resized), place, {}, {}};
    if (isJson(style)) decodeJson(decoding, text);
    else decodePieces(decoding, text);
    if (!decoding.status.ok()) return decoding.status.error();
    return decoding.text.take();
}

std::optional<GroundingStyle> styleOf(std::string_view text) {
    const auto holds = [text](std::string_view part) { return text.find(part) != std::string_view::npos; };
    if (holds("<patch_index_")) return GroundingStyle::Kosmos2;
    if (holds("<|box_start|>")) return GroundingStyle::Qwen2Vl;
    if (holds("<box>(")) return GroundingStyle::QwenVl;
    if (holds("<loc_")) return GroundingStyle::Florence2;
    if (holds("\"bbox_2d\"")) return std::nullopt;
    return GroundingStyle::Shikra;
}

} // namespace rb::formats
