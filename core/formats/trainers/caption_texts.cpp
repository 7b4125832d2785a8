#include "core/formats/trainers/caption_texts.h"

#include <QUtf8StringView>

#include <algorithm>

namespace rb::formats {

using nlohmann::json;

std::vector<CaptionRecord> captionsIn(RecordFields& fields, const char* key) {
    std::vector<CaptionRecord> captions;
    if (!fields.has(key)) return captions;
    const json& list = fields.value(key);
    if (list.is_array() && std::all_of(list.begin(), list.end(), [](const json& each) { return each.is_string(); }))
        for (const json& each : list) captions.push_back(textCaption(each.get<std::string>()));
    else
        fields.refuse(key, "a list of texts");
    return captions;
}

nlohmann::ordered_json captionTexts(const std::vector<CaptionRecord>& captions) {
    nlohmann::ordered_json texts = nlohmann::ordered_json::array();
    for (const CaptionRecord& caption : captions) texts.push_back(caption.text);
    return texts;
}

Result<std::vector<CaptionRecord>> captionLines(std::string_view text, const std::string& place) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (!isUtf8(text)) return Error{ErrorCode::FileInvalid, place + " must be text in UTF-8, but is not."};
    if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
    std::vector<CaptionRecord> captions;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.find_first_not_of(" \t") != std::string_view::npos) captions.push_back(textCaption(std::string(line)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return captions;
}

bool isUtf8(std::string_view text) { return QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8(); }

} // namespace rb::formats
