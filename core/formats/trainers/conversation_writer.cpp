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

} // namespace

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

void addSize(Json& entry, const PictureRecord& picture) {
    if (picture.width <= 0 || picture.height <= 0) return;
    entry["width"] = picture.width;
    entry["height"] = picture.height;
}

Json turnsJson(const std::vector<Turn>& turns, const TurnNames& names) {
    Json list = Json::array();
    for (const Turn& turn : turns) list.push_back({{names.role, turn.asks ? names.user : names.model}, {names.text, turn.text}});
    return list;
}

} // namespace rb::formats
