#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rb::vlm {

/// The object in a JSON file of at most 64 MiB. A refusal names the file and says what is wrong.
Result<nlohmann::json> readJsonObject(const std::filesystem::path& file);

/// Both ends belong to the range.
struct IntegerRange {
    std::int64_t least = 1;
    std::int64_t most = 0;
};

/// Both ends are excluded.
struct NumberRange {
    double above = 0;
    double below = 1;
};

/// Reads the fields of one JSON object. The first field that is missing, of another type or out of
/// its range is remembered as the refusal; later reads then give harmless values. Objects inside
/// share the refusal of the outermost one, which must outlive them. Nothing throws.
class JsonFields {
public:
    /// `object` must outlive this.
    JsonFields(const nlohmann::json& object, const std::filesystem::path& file);
    JsonFields(const JsonFields&) = delete;
    JsonFields& operator=(const JsonFields&) = delete;

    bool has(const char* key) const;
    /// Without a fallback the field is required.
    std::int64_t integer(const char* key, IntegerRange range, std::optional<std::int64_t> fallback = std::nullopt);
    double number(const char* key, NumberRange range, std::optional<double> fallback = std::nullopt);
    bool boolean(const char* key, std::optional<bool> fallback = std::nullopt);
    std::string text(const char* key, const std::optional<std::string>& fallback = std::nullopt);
    /// One of `choices`; the refusal lists them.
    std::string choice(const char* key, const std::vector<std::string>& choices,
                       const std::optional<std::string>& fallback = std::nullopt);
    /// The numbers of an array of `count` elements, within (-1e6, 1e6).
    std::vector<double> numbers(const char* key, std::size_t count, const std::vector<double>& fallback);
    /// A required object.
    JsonFields object(const char* key);
    /// The keys of this object.
    std::vector<std::string> keys() const;

    /// Remembers a refusal: "<file>: <key> must be <expected>, but is <found>."
    void refuse(const std::string& key, const std::string& expected, const std::string& found,
                ErrorCode code = ErrorCode::FileInvalid);
    const Status& status() const { return m_outermost ? m_outermost->m_status : m_status; }

private:
    JsonFields(const nlohmann::json& object, JsonFields& outermost, std::string path);
    const nlohmann::json* find(const char* key) const;
    const nlohmann::json* findOrRefuse(const char* key, bool required, const char* expected);

    const nlohmann::json* m_object;
    JsonFields* m_outermost = nullptr;
    std::string m_file;
    std::string m_path;
    Status m_status;
};

} // namespace rb::vlm
