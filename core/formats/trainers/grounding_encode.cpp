#include "core/formats/trainers/grounding_grid.h"
#include "core/formats/trainers/grounding_tags.h"

#include <algorithm>
#include <cmath>

namespace rb::formats {
namespace {

struct StyleName {
    GroundingStyle style;
    const char* name;
};
constexpr std::array kNames = {StyleName{GroundingStyle::Shikra, "shikra"},      StyleName{GroundingStyle::Kosmos2, "kosmos2"},
                               StyleName{GroundingStyle::QwenVl, "qwen_vl"},     StyleName{GroundingStyle::Qwen2Vl, "qwen2_vl"},
                               StyleName{GroundingStyle::Qwen25Vl, "qwen2_5_vl"}, StyleName{GroundingStyle::Qwen3Vl, "qwen3_vl"},
                               StyleName{GroundingStyle::Florence2, "florence2"}};

std::string whole(double number) { return std::to_string(std::lround(number)); }

std::string patch(double column, double row) {
    const std::string index = whole(row * 32 + column);
    return "<patch_index_" + std::string(4 - index.size(), '0') + index + ">";
}

std::string qwenText(const std::string& phrase, const Corners& at, const GroundingTags& tags) {
    return std::string(tags.phrase) + phrase + tags.phraseEnd + tags.box + "(" + whole(at[0]) + "," + whole(at[1]) + "),(" +
           whole(at[2]) + "," + whole(at[3]) + ")" + tags.boxEnd;
}

std::string qwenJson(const std::string& phrase, const Corners& at) {
    return "{\"bbox_2d\": [" + whole(at[0]) + ", " + whole(at[1]) + ", " + whole(at[2]) + ", " + whole(at[3]) +
           "], \"label\": " + compact(phrase) + "}";
}

std::string florenceText(const std::string& phrase, const Corners& at) {
    std::string text = phrase;
    for (const double number : at) text += "<loc_" + whole(number) + ">";
    return text;
}

} // namespace

const char* nameOf(GroundingStyle style) {
    const auto found = std::find_if(kNames.begin(), kNames.end(), [style](const StyleName& each) { return each.style == style; });
    return found->name;
}

std::optional<GroundingStyle> groundingStyle(std::string_view name) {
    const auto found = std::find_if(kNames.begin(), kNames.end(), [name](const StyleName& each) { return each.name == name; });
    if (found == kNames.end()) return std::nullopt;
    return found->style;
}

std::string encodeGrounding(const GroundedRegion& region, PixelSize size, GroundingStyle style) {
    const Corners at = GroundingGrid(style, size).numbersOf(region.box);
    switch (style) {
    case GroundingStyle::Shikra: return (region.phrase.empty() ? "" : region.phrase + " ") + bracketed(at);
    case GroundingStyle::Kosmos2:
        return kKosmosTags.phrase + region.phrase + kKosmosTags.phraseEnd + kKosmosTags.box + patch(at[0], at[1]) +
               patch(at[2], at[3]) + kKosmosTags.boxEnd;
    case GroundingStyle::QwenVl: return qwenText(region.phrase, at, kQwenTags);
    case GroundingStyle::Qwen2Vl: return qwenText(region.phrase, at, kQwen2Tags);
    case GroundingStyle::Florence2: return florenceText(region.phrase, at);
    default: return qwenJson(region.phrase, at);
    }
}

double roundTripError(const geometry::Box2& box, PixelSize size, GroundingStyle style) {
    const Result<GroundedText> read = decodeGrounding(encodeGrounding({box, "region"}, size, style), size, style, "region");
    if (!read.ok() || read->regions.size() != 1) return std::max(size.width, size.height);
    const geometry::Box2& back = read->regions.front().box;
    return std::max({std::abs(back.x - box.x), std::abs(back.y - box.y), std::abs(back.x + back.width - box.x - box.width),
                     std::abs(back.y + back.height - box.y - box.height)});
}

} // namespace rb::formats
