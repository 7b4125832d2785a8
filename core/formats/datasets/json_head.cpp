#include "core/formats/datasets/json_head.h"

#include <fstream>

#include <nlohmann/json.hpp>

namespace rb::formats {
namespace {

using nlohmann::json;

constexpr std::streamsize kHeadBytes = 16 * 1024;
constexpr int kDeepest = 16;

std::string firstBytes(const std::filesystem::path& path) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) return {};
    std::ifstream in(path, std::ios::binary);
    std::string bytes(static_cast<std::size_t>(kHeadBytes), '\0');
    in.read(bytes.data(), kHeadBytes);
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

/// Notes keys by their depth; a file that is cut off ends in parse_error, and what came before counts.
class KeyCollector final : public nlohmann::json_sax<json> {
public:
    explicit KeyCollector(JsonHead& head) : m_head(head) {}

    bool start_object(std::size_t) override { return open(JsonHead::Top::Object); }
    bool start_array(std::size_t) override { return open(JsonHead::Top::List); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override {
        const bool listOnTop = m_head.top == JsonHead::Top::List;
        if (m_depth == 1) m_head.keys.insert(m_list = name);
        if (m_depth == (listOnTop ? 2 : 3)) m_head.recordKeys[m_list].insert(name);
        return true;
    }
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

private:
    bool open(JsonHead::Top kind) {
        if (m_depth == 0) m_head.top = kind;
        return ++m_depth <= kDeepest;
    }
    bool close() {
        --m_depth;
        return true;
    }

    JsonHead& m_head;
    int m_depth = 0;
    std::string m_list;
};

} // namespace

JsonHead jsonHead(const std::filesystem::path& path) {
    JsonHead head;
    KeyCollector collector(head);
    json::sax_parse(firstBytes(path), &collector);
    return head;
}

} // namespace rb::formats
