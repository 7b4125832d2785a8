#pragma once

#include "core/base/result.h"
#include "core/geometry/box2.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace rb::formats {

/// Reads the fields of one JSON record of a file of annotations. The first field that is missing or
/// of another type is remembered as the refusal, "<place>: <key> must be …, but is …."; later reads
/// then give harmless values. Nothing throws. Numbers may be whole or not; all must be finite and
/// within ±1e9.
class RecordFields {
public:
    /// `record` must outlive this. `place`: "boxes.json, annotation 12".
    RecordFields(const nlohmann::json& record, std::string place);

    bool has(const char* key) const; ///< there and not null
    std::string text(const char* key);
    std::string text(const char* key, const std::string& fallback);
    double number(const char* key);
    std::optional<double> optionalNumber(const char* key);
    std::int64_t integer(const char* key);
    /// A side of a picture in pixels, 1 to 1,000,000; `absent` when the field is not there.
    int side(const char* key, int absent = 0);
    bool boolean(const char* key, bool fallback);
    /// A number or a text, as text: ids come as both.
    std::string id(const char* key, const std::string& fallback = {});
    /// `count` numbers; 0: any number of them.
    std::vector<double> numbers(const char* key, std::size_t count);
    /// [x, y, width, height], as stored.
    geometry::Box2 boxXywh(const char* key);
    /// A relative path that stays in its folder (safeRelativePath).
    std::string path(const char* key);
    /// The value itself, an empty one when it is missing.
    const nlohmann::json& value(const char* key) const;
    /// All fields but these, as an object.
    nlohmann::json others(const std::vector<std::string>& known) const;

    void refuse(const std::string& key, const std::string& expected);
    const Status& status() const { return m_status; }
    const std::string& place() const { return m_place; }

private:
    const nlohmann::json& m_record;
    std::string m_place;
    Status m_status;
};

/// A number that a file may hold as a coordinate: finite and within ±1e9.
bool isCoordinate(double value);
/// The JSON as compact text, broken UTF-8 replaced. It must not be nested deeper than readers allow.
std::string compact(const nlohmann::json& json);
/// The number that a text is, when it is written as numbers are ("42", not "042"), from 0 on.
std::optional<std::int64_t> wholeNumber(const std::string& id);

} // namespace rb::formats
