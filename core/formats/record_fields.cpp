#include "core/formats/record_fields.h"

#include "core/formats/safe_path.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rb::formats {

using nlohmann::json;

bool isCoordinate(double value) { return std::isfinite(value) && std::abs(value) <= 1e9; }

std::string compact(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

std::optional<std::int64_t> wholeNumber(const std::string& id) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    const bool whole = error == std::errc() && number >= 0 && std::to_string(number) == id;
    return whole ? std::optional(number) : std::nullopt;
}

RecordFields::RecordFields(const json& record, std::string place) : m_record(record), m_place(std::move(place)) {
    if (!record.is_object()) m_status = Error{ErrorCode::FileInvalid, m_place + ": an object was expected, but it is " + compact(record).substr(0, 40) + "."};
}

const json& RecordFields::value(const char* key) const {
    static const json kNothing;
    if (!m_record.is_object()) return kNothing;
    const auto found = m_record.find(key);
    return found == m_record.end() ? kNothing : *found;
}

bool RecordFields::has(const char* key) const { return !value(key).is_null(); }

void RecordFields::refuse(const std::string& key, const std::string& expected) {
    if (!m_status.ok()) return;
    const json& found = value(key.c_str());
    m_status = Error{ErrorCode::FileInvalid, m_place + ": " + key + " must be " + expected + ", but " +
                                                 (found.is_null() ? "is missing." : "is " + compact(found).substr(0, 40) + ".")};
}

std::string RecordFields::text(const char* key) {
    if (const json& found = value(key); found.is_string()) return found.get<std::string>();
    refuse(key, "a text");
    return {};
}

std::string RecordFields::text(const char* key, const std::string& fallback) { return has(key) ? text(key) : fallback; }

double RecordFields::number(const char* key) {
    const json& found = value(key);
    if (found.is_number() && isCoordinate(found.get<double>())) return found.get<double>();
    refuse(key, "a number");
    return 0;
}

std::optional<double> RecordFields::optionalNumber(const char* key) {
    if (!has(key)) return std::nullopt;
    return number(key);
}

std::int64_t RecordFields::integer(const char* key) {
    if (const json& found = value(key); found.is_number_integer()) return found.get<std::int64_t>();
    refuse(key, "a whole number");
    return 0;
}

int RecordFields::side(const char* key, int absent) {
    constexpr double kLongest = 1e6;
    if (!has(key)) return absent;
    const json& found = value(key);
    const double size = found.is_number() ? found.get<double>() : 0;
    if (size >= 1 && size <= kLongest && std::trunc(size) == size) return static_cast<int>(size);
    refuse(key, "a picture's size from 1 to 1000000 pixels");
    return absent;
}

bool RecordFields::boolean(const char* key, bool fallback) {
    const json& found = value(key);
    if (found.is_null()) return fallback;
    if (found.is_boolean()) return found.get<bool>();
    if (found.is_number_integer()) return found.get<std::int64_t>() != 0;
    refuse(key, "true or false");
    return fallback;
}

std::string RecordFields::id(const char* key, const std::string& fallback) {
    const json& found = value(key);
    if (found.is_null()) return fallback;
    if (found.is_string()) return found.get<std::string>();
    if (found.is_number_integer()) return compact(found);
    refuse(key, "a number or a text");
    return fallback;
}

std::vector<double> RecordFields::numbers(const char* key, std::size_t count) {
    const json& found = value(key);
    std::vector<double> numbers;
    if (found.is_array())
        for (const json& each : found)
            if (each.is_number() && isCoordinate(each.get<double>())) numbers.push_back(each.get<double>());
    if (found.is_array() && numbers.size() == found.size() && (count == 0 || numbers.size() == count)) return numbers;
    refuse(key, count == 0 ? "a list of numbers" : "a list of " + std::to_string(count) + " numbers");
    return std::vector<double>(count, 0.0);
}

geometry::Box2 RecordFields::boxXywh(const char* key) {
    const std::vector<double> box = numbers(key, 4);
    return {box[0], box[1], box[2], box[3]};
}

std::string RecordFields::path(const char* key) {
    const std::string given = text(key);
    if (!m_status.ok()) return {};
    const Result<std::string> safe = safeRelativePath(given, m_place);
    if (safe.ok()) return *safe;
    m_status = safe.error();
    return {};
}

json RecordFields::others(const std::vector<std::string>& known) const {
    json rest = json::object();
    if (m_record.is_object())
        for (const auto& [key, found] : m_record.items())
            if (std::find(known.begin(), known.end(), key) == known.end()) rest[key] = found;
    return rest;
}

} // namespace rb::formats
