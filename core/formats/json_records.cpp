#include "core/formats/json_records.h"

#include <fstream>

#include <nlohmann/json.hpp>

namespace rb::formats {

using nlohmann::json;

namespace {

constexpr int kDeepest = 16;

/// Hands over every element one array below the top and drops it.
class RecordTaker {
public:
    explicit RecordTaker(const std::function<Status(const std::string&, const json&)>& take) : m_take(take) {}

    bool operator()(int depth, json::parse_event_t event, json& parsed) {
        if (depth > kDeepest) return stop({ErrorCode::FileInvalid, "nested too deeply"});
        if (event == json::parse_event_t::array_start && depth == 0) m_topIsList = true;
        if (event == json::parse_event_t::key && depth == 1 && !m_topIsList) m_list = parsed.get<std::string>();
        const bool record = event == json::parse_event_t::object_end && depth == (m_topIsList ? 1 : 2);
        if (!record || !m_status.ok()) return m_status.ok();
        m_status = m_take(m_list, parsed);
        return false;
    }
    const Status& status() const { return m_status; }

private:
    bool stop(Error error) {
        if (m_status.ok()) m_status = std::move(error);
        return false;
    }
    const std::function<Status(const std::string&, const json&)>& m_take;
    bool m_topIsList = false;
    std::string m_list;
    Status m_status;
};

} // namespace

Status readJsonRecords(const std::filesystem::path& path,
                       const std::function<Status(const std::string&, const nlohmann::json&)>& take) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{ErrorCode::FileUnreadable, path.string() + " cannot be read."};
    RecordTaker taker(take);
    try {
        const json rest = json::parse(in, std::ref(taker));
        static_cast<void>(rest);
    } catch (const json::exception& error) {
        return Error{ErrorCode::FileInvalid, path.string() + " is no valid JSON: " + error.what()};
    }
    if (taker.status().ok()) return {};
    return Error{taker.status().error().code, path.string() + ": " + taker.status().error().message};
}

} // namespace rb::formats
