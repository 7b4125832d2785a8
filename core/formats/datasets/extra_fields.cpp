#include "core/formats/datasets/extra_fields.h"

#include "core/formats/record_fields.h"

namespace rb::formats {

std::string extraUnder(const char* format, const std::string& object) {
    const nlohmann::json fields = nlohmann::json::parse(object, nullptr, false);
    return fields.is_object() ? compact({{format, fields}}) : std::string();
}

Json extraFields(const std::string& extra, const char* format) {
    const Json all = Json::parse(extra, nullptr, false);
    return all.is_object() && all.contains(format) && all[format].is_object() ? all[format] : Json::object();
}

void addFields(Json& entry, const Json& extra) {
    for (const auto& [key, value] : extra.items())
        if (!entry.contains(key)) entry[key] = value;
}

Json objectOrText(const std::string& text) {
    const nlohmann::json parsed = nlohmann::json::parse(text, nullptr, false);
    if (!parsed.is_object() || compact(parsed) != text) return text;
    return Json::parse(text, nullptr, false);
}

std::string textOfObject(const nlohmann::json& value) {
    if (value.is_null()) return {};
    return value.is_string() ? value.get<std::string>() : compact(value);
}

} // namespace rb::formats
