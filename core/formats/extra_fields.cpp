#include "core/formats/extra_fields.h"

#include "core/formats/json_lines.h"
#include "core/formats/record_fields.h"

namespace rb::formats {

using nlohmann::json;

namespace {

// A reader of files that are nested as deep as they may be adds the format's name.
constexpr int kDeepest = 2 * kDeepestJson;
// A line that holds `extra` must be readable itself.
constexpr int kDeepestInLine = kDeepestJson - 2;

/// Nothing (null) for what is no object.
json objectIn(const std::string& text, int deepest = kDeepest) {
    if (!text.starts_with('{')) return {};
    Result<json> parsed = parseJson(text, {}, deepest);
    return parsed.ok() && parsed->is_object() ? std::move(*parsed) : json();
}

} // namespace

std::string extraUnder(const char* format, const json& object) {
    return object.is_object() && !object.empty() ? compact(json{{format, object}}) : std::string();
}

json ownExtra(const std::string& extra, const char* format) {
    const json all = objectIn(extra);
    return all.is_object() ? extraValue(all, format, json::object()) : json::object();
}

std::vector<std::string> namesIn(const std::string& extra) {
    std::vector<std::string> names;
    const json all = objectIn(extra);
    for (const auto& [name, value] : all.items()) names.push_back(name);
    return names.empty() ? std::vector<std::string>{""} : names;
}

json extraValue(const json& object, const char* key, json fallback) {
    const auto found = object.find(key);
    return found != object.end() && found->type() == fallback.type() ? *found : fallback;
}

void addFields(Json& entry, const json& extra) {
    for (const auto& [key, value] : extra.items())
        if (!entry.contains(key)) entry[key] = value;
}

Json objectOrText(const std::string& text) {
    const json parsed = objectIn(text, kDeepestInLine);
    if (!parsed.is_object() || compact(parsed) != text) return text;
    return parsed;
}

std::string textOfObject(const json& value) {
    if (value.is_null()) return {};
    return value.is_string() ? value.get<std::string>() : compact(value);
}

} // namespace rb::formats
