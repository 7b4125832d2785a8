#include "core/formats/datasets/caption_json.h"

#include "core/formats/extra_fields.h"

#include <algorithm>
#include <array>

namespace rb::formats {
namespace {

constexpr std::array<const char*, 3> kStates{"draft", "accepted", "rejected"}; // in the order of CaptionRecord::State
constexpr std::array<const char*, 2> kSources{"human", "model"};               // of CaptionRecord::Source

/// The value of an enumeration by its name.
template <typename Value, std::size_t count>
std::optional<Value> named(RecordFields& fields, const char* key, const std::array<const char*, count>& names,
                           const char* expected) {
    const std::string name = fields.text(key, {});
    if (name.empty()) return std::nullopt;
    for (std::size_t i = 0; i < count; ++i)
        if (name == names[i]) return static_cast<Value>(i);
    fields.refuse(key, expected);
    return std::nullopt;
}

std::int64_t time(RecordFields& fields, const char* key) { return fields.has(key) ? fields.integer(key) : 0; }

Result<CaptionRecord> captionOf(const nlohmann::json& json, const std::string& place) {
    if (json.is_string()) return textCaption(json.get<std::string>());
    RecordFields fields(json, place);
    CaptionRecord caption = textCaption(fields.text("text"));
    caption.state = named<CaptionRecord::State>(fields, "state", kStates, "draft, accepted or rejected");
    caption.source = named<CaptionRecord::Source>(fields, "source", kSources, "human or model");
    caption.model = fields.text("model", {});
    caption.adapter = fields.text("adapter", {});
    caption.prompt = fields.text("prompt", {});
    caption.options = textOfObject(fields.value("options"));
    caption.score = fields.optionalNumber("score");
    if (fields.has("token_scores"))
        for (const double score : fields.numbers("token_scores", 0)) caption.tokenScores.push_back(static_cast<float>(score));
    caption.editedFrom = fields.text("edited_from", {});
    caption.author = fields.text("author", {});
    caption.createdAt = time(fields, "created_at");
    caption.changedAt = time(fields, "changed_at");
    if (!fields.status().ok()) return fields.status().error();
    return caption;
}

void setText(Json& json, const char* key, const std::string& text) {
    if (!text.empty()) json[key] = text;
}

} // namespace

Result<std::vector<CaptionRecord>> readCaptions(RecordFields& fields) {
    std::vector<CaptionRecord> captions;
    const nlohmann::json& list = fields.value("captions");
    if (!list.is_null() && !list.is_array()) fields.refuse("captions", "a list of captions");
    const std::string single = fields.text("caption", {});
    if (!fields.status().ok()) return fields.status().error();
    if (list.is_array())
        for (const nlohmann::json& each : list) {
            Result<CaptionRecord> caption = captionOf(each, fields.place() + ", caption " + std::to_string(captions.size() + 1));
            if (!caption.ok()) return caption.error();
            captions.push_back(std::move(*caption));
        }
    const auto isSingle = [&](const CaptionRecord& each) { return each.text == single; };
    const bool known = std::any_of(captions.begin(), captions.end(), isSingle);
    if (!single.empty() && !known) captions.insert(captions.begin(), textCaption(single));
    return captions;
}

Json captionJson(const CaptionRecord& caption) {
    if (caption == textCaption(caption.text)) return caption.text;
    Json json{{"text", caption.text}};
    if (caption.state) json["state"] = kStates[static_cast<std::size_t>(*caption.state)];
    if (caption.source) json["source"] = kSources[static_cast<std::size_t>(*caption.source)];
    setText(json, "model", caption.model);
    setText(json, "adapter", caption.adapter);
    setText(json, "prompt", caption.prompt);
    if (!caption.options.empty()) json["options"] = objectOrText(caption.options);
    if (caption.score) json["score"] = *caption.score;
    if (!caption.tokenScores.empty()) json["token_scores"] = caption.tokenScores;
    setText(json, "edited_from", caption.editedFrom);
    setText(json, "author", caption.author);
    if (caption.createdAt != 0) json["created_at"] = caption.createdAt;
    if (caption.changedAt != 0) json["changed_at"] = caption.changedAt;
    return json;
}

} // namespace rb::formats
