#include "core/formats/trainers/record_head.h"

#include <fstream>

#include <nlohmann/json.hpp>

namespace rb::formats {

using nlohmann::json;

namespace {

/// Notes keys until the first record ends.
class KeyReader final : public json::json_sax_t {
public:
    explicit KeyReader(RecordHead& head) : m_head(head) {}

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return ++m_depth > 0; }
    bool end_object() override { return --m_depth > recordDepth() - 1; }
    bool start_array(std::size_t) override {
        m_head.isList = m_head.isList || m_depth == 0;
        return ++m_depth > 0;
    }
    bool end_array() override { return --m_depth > 0; }
    bool key(string_t& name) override {
        (m_depth == recordDepth() ? m_head.keys : m_head.inner).insert(name);
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

private:
    int recordDepth() const { return m_head.isList ? 2 : 1; }

    RecordHead& m_head;
    int m_depth = 0;
};

} // namespace

std::string firstBytesOf(const std::filesystem::path& path) {
    constexpr std::streamsize kHead = 8192;
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) return {};
    std::ifstream in(path, std::ios::binary);
    std::string head(kHead, '\0');
    in.read(head.data(), kHead);
    head.resize(static_cast<std::size_t>(in.gcount()));
    return head;
}

RecordHead recordHeadOf(const std::filesystem::path& path) {
    RecordHead head;
    KeyReader reader(head);
    const std::string bytes = firstBytesOf(path);
    try {
        json::sax_parse(bytes, &reader, json::input_format_t::json, false);
    } catch (const json::exception&) {
        return {};
    }
    return head;
}

} // namespace rb::formats
