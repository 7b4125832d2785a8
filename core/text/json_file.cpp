#include "core/text/json_file.h"

#include "core/base/durable_file.h"

namespace rb::text {

Result<nlohmann::json> readJsonObject(const std::filesystem::path& path) {
    constexpr std::uint64_t maxBytes = 64 * 1024 * 1024;
    constexpr int maxDepth = 64;
    constexpr std::size_t maxValues = 5'000'000;
    const Result<std::string> bytes = readFile(path, maxBytes);
    if (!bytes.ok()) return bytes.error();
    bool beyond = false;
    std::size_t values = 0;
    // What the watch turns down is not kept, so a hostile file costs no more than its own size.
    const auto watch = [&](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
        beyond = beyond || depth > maxDepth || ++values > maxValues;
        return !beyond;
    };
    nlohmann::json value = nlohmann::json::parse(*bytes, watch, false);
    if (beyond)
        return Error{ErrorCode::TooLarge,
                     path.string() + " is nested deeper than 64 or holds more than five million values."};
    if (value.is_discarded()) return Error{ErrorCode::FileInvalid, path.string() + " is not valid JSON."};
    if (!value.is_object())
        return Error{ErrorCode::FileInvalid, path.string() + " holds JSON that is not an object."};
    return value;
}

Result<nlohmann::json> readOptionalJsonObject(const std::filesystem::path& path) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) return nlohmann::json::object();
    return readJsonObject(path);
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

bool flag(const nlohmann::json& object, const char* key, bool fallback) {
    const nlohmann::json& value = member(object, key);
    return value.is_boolean() ? value.get<bool>() : fallback;
}

} // namespace rb::text
