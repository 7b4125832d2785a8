#include "core/formats/json_head.h"

#include "core/formats/file_bytes.h"
#include "core/formats/json_builder.h"
#include "core/formats/json_lines.h"

namespace rb::formats {
namespace {

using nlohmann::json;

/// Notes keys by their depth; a file that is cut off ends in parse_error, and what came before counts.
class KeyCollector : public JsonEvents<KeyCollector> {
public:
    explicit KeyCollector(JsonHead& head) : m_head(head) {}

    template <typename Value>
    bool scalar(Value&&) {
        return true;
    }
    bool open(json::value_t kind) {
        if (m_depth == 0) m_head.top = kind == json::value_t::array ? JsonHead::Top::List : JsonHead::Top::Object;
        return ++m_depth <= kDeepestJson;
    }
    bool close() {
        --m_depth;
        return true;
    }
    bool key(std::string& name) {
        const bool listOnTop = m_head.top == JsonHead::Top::List;
        if (m_depth > (listOnTop ? 2 : 1)) m_head.innerKeys.insert(name);
        if (m_depth == (listOnTop ? 2 : 3)) m_head.recordKeys[m_list].insert(name);
        if (m_depth == 1) m_head.keys.insert(m_list = std::move(name));
        return true;
    }

private:
    JsonHead& m_head;
    int m_depth = 0;
    std::string m_list;
};

} // namespace

JsonHead jsonHead(const std::filesystem::path& path) {
    JsonHead head;
    KeyCollector collector(head);
    json::sax_parse(headOf(path), &collector);
    return head;
}

} // namespace rb::formats
