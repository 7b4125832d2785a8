#include "core/checkpoint/safetensors_header.h"

#include "core/checkpoint/dtype.h"
#include "core/checkpoint/refusal.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace rb::checkpoint {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kMetadata = "__metadata__";
constexpr std::size_t kMaxMetadata = 10'000;

/// Follows the one shape a header may have: an object of objects, whose fields are a text and two
/// arrays of whole numbers. A document tree is never built: its 16 bytes a value and silent
/// last-wins for duplicate keys are both unwanted here.
class HeaderHandler final : public nlohmann::json_sax<Json> {
public:
    bool null() override { return unexpected("null"); }
    bool boolean(bool) override { return unexpected("true or false"); }
    bool number_integer(number_integer_t) override { return unexpected("a negative number"); }
    bool number_float(number_float_t, const string_t&) override { return unexpected("a fraction"); }
    bool binary(binary_t&) override { return unexpected("binary data"); }
    bool number_unsigned(number_unsigned_t value) override;
    bool string(string_t& value) override;
    bool start_object(std::size_t) override;
    bool key(string_t& value) override;
    bool end_object() override;
    bool start_array(std::size_t) override;
    bool end_array() override;
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        return fail("the header is not valid JSON at byte " + std::to_string(position));
    }

    const std::string& failure() const { return m_failure; }
    SafetensorsHeader take() && { return std::move(m_header); }

private:
    enum class Place { Start, Top, Tensor, Metadata, Array, End };

    bool fail(std::string reason) {
        if (m_failure.empty()) m_failure = std::move(reason);
        return false;
    }
    bool unexpected(const std::string& found);
    bool beginTensor(const std::string& name);
    bool beginField(const std::string& field);
    std::string where() const { return m_name.empty() ? "the header" : "tensor " + inQuotes(m_name); }

    SafetensorsHeader m_header;
    HeaderEntry* m_entry = nullptr;
    std::string m_name;  ///< of the tensor whose object is open
    std::string m_field; ///< its field, or the key within the metadata
    unsigned m_seen = 0; ///< one bit a field
    Place m_place = Place::Start;
    std::string m_failure;
};

bool HeaderHandler::unexpected(const std::string& found) {
    if (m_place == Place::Start) return fail("the header is " + found + " where an object was expected");
    if (m_place == Place::Metadata)
        return fail("entry " + inQuotes(m_field) + " of __metadata__ is " + found + ", not text");
    if (m_place == Place::Top)
        return fail(inQuotes(m_name) + " in the header is " + found + ", not an object");
    return fail("field " + inQuotes(m_field) + " of " + where() + " holds " + found +
                ", which is not allowed there");
}

bool HeaderHandler::number_unsigned(number_unsigned_t value) {
    if (m_place != Place::Array) return unexpected("a number");
    if (m_field == "shape") {
        if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return fail("the shape of " + where() + " has a size of " + std::to_string(value));
        if (m_entry->shape.size() == kMaxRank)
            return fail("the shape of " + where() + " has more than " + std::to_string(kMaxRank) + " sizes");
        m_entry->shape.push_back(static_cast<std::int64_t>(value));
        return true;
    }
    if (m_entry->offsets.size() == 2) return fail(where() + " has more than two data_offsets");
    m_entry->offsets.push_back(value);
    return true;
}

bool HeaderHandler::string(string_t& value) {
    if (m_place == Place::Metadata) {
        m_header.metadata[m_field] = value;
        return true;
    }
    if (m_place != Place::Tensor || m_field != "dtype") return unexpected("text");
    m_entry->dtype = value;
    return true;
}

bool HeaderHandler::start_object(std::size_t) {
    switch (m_place) {
    case Place::Start:
        m_place = Place::Top;
        return true;
    case Place::Top:
        m_place = m_name == kMetadata ? Place::Metadata : Place::Tensor;
        return true;
    default:
        return unexpected("an object");
    }
}

bool HeaderHandler::key(string_t& value) {
    if (m_place == Place::Tensor) return beginField(value);
    if (m_place == Place::Top) return beginTensor(value);
    if (m_header.metadata.contains(value)) return fail("__metadata__ has two entries " + inQuotes(value));
    if (m_header.metadata.size() == kMaxMetadata)
        return fail("__metadata__ has more than " + std::to_string(kMaxMetadata) + " entries");
    m_field = value;
    return true;
}

bool HeaderHandler::beginTensor(const std::string& name) {
    m_name = name;
    if (name == kMetadata) {
        if (m_seen & 8U) return fail("the header has __metadata__ twice");
        m_seen = 8U;
        return true;
    }
    if (!isTensorName(name))
        return fail("the header names a tensor " + inQuotes(name) + ", which is no usable name");
    const auto [entry, added] = m_header.tensors.try_emplace(name);
    if (!added) return fail("the header has tensor " + inQuotes(name) + " twice");
    if (m_header.tensors.size() > kMaxTensors)
        return fail("the header names more than " + std::to_string(kMaxTensors) + " tensors");
    m_entry = &entry->second;
    m_seen &= 8U;
    return true;
}

bool HeaderHandler::beginField(const std::string& field) {
    const unsigned bit = field == "dtype" ? 1U : field == "shape" ? 2U : field == "data_offsets" ? 4U : 0U;
    if (bit == 0) return fail(where() + " has an unknown field " + inQuotes(field));
    if (m_seen & bit) return fail(where() + " has the field " + inQuotes(field) + " twice");
    m_seen |= bit;
    m_field = field;
    return true;
}

bool HeaderHandler::end_object() {
    if (m_place == Place::Top) {
        m_place = Place::End;
        return true;
    }
    if (m_place == Place::Tensor && (m_seen & 7U) != 7U)
        return fail(where() + " lacks one of the fields dtype, shape and data_offsets");
    if (m_place == Place::Tensor && m_entry->offsets.size() != 2)
        return fail(where() + " has " + std::to_string(m_entry->offsets.size()) +
                    " data_offsets instead of two");
    m_place = Place::Top;
    return true;
}

bool HeaderHandler::start_array(std::size_t) {
    if (m_place != Place::Tensor || m_field == "dtype") return unexpected("an array");
    m_place = Place::Array;
    return true;
}

bool HeaderHandler::end_array() {
    m_place = Place::Tensor;
    return true;
}

} // namespace

Result<SafetensorsHeader> parseSafetensorsHeader(std::string_view json) {
    // The parser would skip a byte-order mark, which the format does not allow.
    if (json.starts_with("\xEF\xBB\xBF"))
        return Error{ErrorCode::FileInvalid, "the header begins with a byte-order mark"};
    HeaderHandler handler;
    if (!Json::sax_parse(json.begin(), json.end(), &handler))
        return Error{ErrorCode::FileInvalid, handler.failure()};
    return std::move(handler).take();
}

} // namespace rb::checkpoint
