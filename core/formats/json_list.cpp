#include "core/formats/json_list.h"

namespace rb::formats {

Status JsonList::add(const Json& entry) {
    std::string line = m_empty ? "[\n" : ",\n";
    m_empty = false;
    line += entry.dump(-1, ' ', false, Json::error_handler_t::replace);
    return m_sink.write(line);
}

Status writeLine(const Json& entry, FileSink& sink) {
    return sink.write(entry.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
}

Status JsonList::end() { return m_sink.write(m_empty ? "[]" : "\n]"); }

} // namespace rb::formats
