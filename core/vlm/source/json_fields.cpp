#include "core/vlm/source/json_fields.h"

#include "core/base/durable_file.h"

#include <cmath>

namespace rb::vlm {
namespace {

constexpr std::uint64_t kLargestJsonFile = 64ull << 20;
constexpr std::size_t kLongestShownValue = 60;

std::string shown(const nlohmann::json& value) {
    if (value.is_structured()) return value.is_array() ? "an array" : "an object";
    std::string text = value.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
    if (text.size() > kLongestShownValue) text = text.substr(0, kLongestShownValue) + "…";
    return text;
}

std::optional<std::int64_t> asInteger(const nlohmann::json& value) {
    if (value.is_number_unsigned()) {
        const auto number = value.get<std::uint64_t>();
        if (number > static_cast<std::uint64_t>(INT64_MAX)) return std::nullopt;
        return static_cast<std::int64_t>(number);
    }
    if (value.is_number_integer()) return value.get<std::int64_t>();
    return std::nullopt;
}

std::string shown(double number) { return nlohmann::json(number).dump(); }

} // namespace

Result<nlohmann::json> readJsonObject(const std::filesystem::path& file) {
    Result<std::string> bytes = readFile(file, kLargestJsonFile);
    if (!bytes) return bytes.error();
    nlohmann::json parsed = nlohmann::json::parse(*bytes, nullptr, false);
    if (parsed.is_discarded())
        return Error{ErrorCode::FileInvalid, file.string() + " is not valid JSON; it may have been cut off."};
    if (!parsed.is_object())
        return Error{ErrorCode::FileInvalid,
                     file.string() + " must hold a JSON object, but holds " + shown(parsed) + "."};
    return parsed;
}

JsonFields::JsonFields(const nlohmann::json& object, const std::filesystem::path& file)
    : m_object(&object), m_file(file.string()) {}

JsonFields::JsonFields(const nlohmann::json& object, JsonFields& outermost, std::string path)
    : m_object(&object), m_outermost(&outermost), m_file(outermost.m_file), m_path(std::move(path)) {}

const nlohmann::json* JsonFields::find(const char* key) const {
    if (!m_object->is_object()) return nullptr;
    const auto found = m_object->find(key);
    return found == m_object->end() || found->is_null() ? nullptr : &*found;
}

bool JsonFields::has(const char* key) const { return find(key) != nullptr; }

const nlohmann::json* JsonFields::findOrRefuse(const char* key, bool required, const char* expected) {
    const nlohmann::json* value = find(key);
    if (!value && required) refuse(key, expected, "missing");
    return value;
}

void JsonFields::refuse(const std::string& key, const std::string& expected, const std::string& found, ErrorCode code) {
    JsonFields& outermost = m_outermost ? *m_outermost : *this;
    if (!outermost.m_status.ok()) return;
    outermost.m_status = Error{code, m_file + ": " + m_path + key + " must be " + expected + ", but is " + found + "."};
}

std::int64_t JsonFields::integer(const char* key, IntegerRange range, std::optional<std::int64_t> fallback) {
    const std::string expected =
        "a whole number from " + std::to_string(range.least) + " to " + std::to_string(range.most);
    const nlohmann::json* value = findOrRefuse(key, !fallback, expected.c_str());
    if (!value) return fallback.value_or(range.least);
    const std::optional<std::int64_t> number = asInteger(*value);
    if (number && *number >= range.least && *number <= range.most) return *number;
    refuse(key, expected, shown(*value));
    return range.least;
}

double JsonFields::number(const char* key, NumberRange range, std::optional<double> fallback) {
    const std::string expected = "a number between " + shown(range.above) + " and " + shown(range.below);
    const nlohmann::json* value = findOrRefuse(key, !fallback, expected.c_str());
    if (!value) return fallback.value_or(1);
    const double number = value->is_number() ? value->get<double>() : std::nan("");
    if (number > range.above && number < range.below) return number;
    refuse(key, expected, shown(*value));
    return fallback.value_or(1);
}

bool JsonFields::boolean(const char* key, std::optional<bool> fallback) {
    const nlohmann::json* value = findOrRefuse(key, !fallback, "true or false");
    if (!value) return fallback.value_or(false);
    if (!value->is_boolean()) refuse(key, "true or false", shown(*value));
    return value->is_boolean() && value->get<bool>();
}

std::string JsonFields::text(const char* key, const std::optional<std::string>& fallback) {
    const nlohmann::json* value = findOrRefuse(key, !fallback, "a text");
    if (!value) return fallback.value_or(std::string());
    const std::string* text = value->get_ptr<const std::string*>();
    if (!text) refuse(key, "a text", shown(*value));
    return text ? *text : std::string();
}

std::string JsonFields::choice(const char* key, const std::vector<std::string>& choices,
                               const std::optional<std::string>& fallback) {
    std::string value = text(key, fallback);
    for (const std::string& allowed : choices)
        if (value == allowed) return value;
    std::string expected;
    for (const std::string& allowed : choices) expected += (expected.empty() ? "\"" : " or \"") + allowed + "\"";
    refuse(key, expected, shown(nlohmann::json(value)), ErrorCode::Unsupported);
    return choices.front();
}

std::vector<double> JsonFields::numbers(const char* key, std::size_t count, const std::vector<double>& fallback) {
    const nlohmann::json* value = find(key);
    if (!value) return fallback;
    std::vector<double> numbers;
    if (value->is_array() && value->size() == count)
        for (const nlohmann::json& element : *value)
            if (element.is_number() && std::abs(element.get<double>()) < 1e6) numbers.push_back(element.get<double>());
    if (numbers.size() == count) return numbers;
    refuse(key, "an array of " + std::to_string(count) + " numbers",
           value->is_array() ? "another array" : shown(*value));
    return fallback;
}

JsonFields JsonFields::object(const char* key) {
    static const nlohmann::json kEmpty = nlohmann::json::object();
    const nlohmann::json* value = findOrRefuse(key, true, "an object");
    if (value && !value->is_object()) refuse(key, "an object", shown(*value));
    return {value && value->is_object() ? *value : kEmpty, m_outermost ? *m_outermost : *this, m_path + key + "."};
}

std::vector<std::string> JsonFields::keys() const {
    std::vector<std::string> names;
    if (m_object->is_object())
        for (const auto& item : m_object->items()) names.push_back(item.key());
    return names;
}

} // namespace rb::vlm
