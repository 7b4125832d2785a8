#include "core/formats/annotators/own_extra.h"

#include "core/formats/record_fields.h"

namespace rb::formats {

using nlohmann::json;

std::string extraOf(const char* format, const json& object) {
    return object.empty() ? std::string() : compact(json{{format, object}});
}

json ownExtra(const std::string& extra, const char* format) {
    // Projects come from strangers too: what stands here need not be what a reader wrote.
    constexpr int kDeepest = 32;
    bool tooDeep = false;
    const json parsed = json::parse(
        extra, [&tooDeep](int depth, json::parse_event_t, json&) { return !(tooDeep = tooDeep || depth > kDeepest); }, false);
    if (tooDeep) return json::object();
    return parsed.is_object() ? extraValue(parsed, format, json::object()) : json::object();
}

json extraValue(const json& object, const char* key, json fallback) {
    const auto found = object.find(key);
    return found != object.end() && found->type() == fallback.type() ? *found : fallback;
}

} // namespace rb::formats
