#include "core/formats/extra_fields.h"
#include "core/formats/trainers/bracket_boxes.h"
#include "core/formats/trainers/conversations.h"

namespace rb::formats {
namespace {

void ask(std::vector<Turn>& turns, const std::string& question, const std::string& answer) {
    turns.push_back({true, (turns.empty() ? "<image>\n" : "") + question});
    turns.push_back({false, answer});
}

std::string questionFor(const geometry::Box2& box, PixelSize size) {
    const geometry::Box2 inside = geometry::clipped(box, size.width, size.height);
    return "Describe the region " +
           bracketed({inside.x / size.width, inside.y / size.height, (inside.x + inside.width) / size.width,
                      (inside.y + inside.height) / size.height}) +
           ".";
}

/// None when nothing has a caption.
Result<std::vector<Turn>> turnsOf(const PictureRecord& picture) {
    std::vector<Turn> turns;
    if (!picture.captions.empty()) ask(turns, "Describe the picture.", picture.captions.front().text);
    for (const RegionRecord& region : picture.regions) {
        if (region.captions.empty()) continue;
        const Result<PixelSize> size = sizeOf(picture);
        if (!size.ok()) return size.error();
        ask(turns, questionFor(geometry::boundsOf(region.shape), *size), region.captions.front().text);
    }
    return turns;
}

Json turnsJson(const std::vector<Turn>& turns, const TurnNames& names) {
    Json list = Json::array();
    for (const Turn& turn : turns) list.push_back({{names.role, turn.asks ? names.user : names.model}, {names.text, turn.text}});
    return list;
}

Json entryOf(const PictureRecord& picture, const std::vector<Turn>& turns, const ConversationStyle& style) {
    Json entry;
    if (style.listsPictures) entry["images"] = Json::array({picture.path});
    else entry = {{"id", picture.id.empty() ? picture.path : picture.id}, {"image", picture.path}};
    // Without the size a reader of the fractions needs the picture itself.
    if (picture.width > 0 && picture.height > 0) {
        entry["width"] = picture.width;
        entry["height"] = picture.height;
    }
    entry[style.turns] = turnsJson(turns, style.names);
    addFields(entry, ownExtra(picture.extra, style.format));
    return entry;
}

} // namespace

Holds conversationsHold(const char* format) {
    return {.pictureCaptions = true, .captionlessRegions = false, .exactBoxes = false,
            .rounding = "boxes are cut off at the picture's edge and become fractions of its sides with three decimals",
            .emptyPictures = false, .pictureFields = format};
}

Status eachConversation(const RecordSource& source, const ConversationStyle& style, const std::function<Status(const Json&)>& take) {
    return source([&](const PictureRecord& picture) -> Status {
        const Result<std::vector<Turn>> turns = turnsOf(picture);
        if (!turns.ok()) return turns.error();
        return turns->empty() ? Status() : take(entryOf(picture, *turns, style));
    });
}

} // namespace rb::formats
