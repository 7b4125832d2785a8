#include "core/text/json_file.h"

#include "core/base/durable_file.h"

namespace rb::text {

Result<nlohmann::json> readJsonObject(const std::filesystem::path& path) {
    const Result<std::string> bytes = readFile(path, 64 * 1024 * 1024);
    if (!bytes.ok()) return bytes.error();
    bool tooDeep = false;
    const auto watchDepth = [&](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
        tooDeep = tooDeep || depth > 64;
        return !tooDeep;
    };
    nlohmann::json value = nlohmann::json::parse(*bytes, watchDepth, false);
    if (tooDeep || value.is_discarded() || !value.is_object())
        return Error{ErrorCode::FileInvalid, path.string() + " is not a JSON object of a tokenizer."};
    return value;
}

const nlohmann::json& member(const nlohmann::json& object, const char* key) {
    static const nlohmann::json none;
    if (!object.is_object()) return none;
    const auto found = object.find(key);
    return found == object.end() ? none : *found;
}

std::string contentOf(const nlohmann::json& object, const char* key) {
    const nlohmann::json& value = member(object, key);
    if (value.is_string()) return value.get<std::string>();
    const nlohmann::json& content = member(value, "content");
    return content.is_string() ? content.get<std::string>() : std::string();
}

} // namespace rb::text
