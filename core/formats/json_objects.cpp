#include "core/formats/json_objects.h"

#include "core/formats/file_bytes.h"
#include "core/formats/json_lines.h"
#include "core/formats/json_records.h"

namespace rb::formats {

Status readJsonObjects(const std::filesystem::path& path, const std::function<Status(RecordFields&)>& take) {
    const auto takeAs = [&take](const char* kind, int number, const nlohmann::json& record) -> Status {
        RecordFields fields(record, kind + std::to_string(number));
        return fields.status().ok() ? take(fields) : fields.status();
    };
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) return Error{ErrorCode::FileUnreadable, path.string() + " cannot be read."};
    const std::string head = headOf(path);
    const std::size_t first = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    const char sign = first == std::string::npos ? '\0' : head[first];
    if (sign == '{') return readJsonLines(path, [&](int number, const nlohmann::json& record) { return takeAs("line ", number, record); });
    int count = 0;
    if (sign == '[') return readJsonRecords(path, [&](const std::string&, const nlohmann::json& record) { return takeAs("record ", ++count, record); });
    return Error{ErrorCode::FileInvalid, path.string() + " must begin with a list or an object of JSON, but does not."};
}

} // namespace rb::formats
