#include "core/formats/trainers/json_lines.h"

#include "core/formats/json_records.h"

#include <fstream>

namespace rb::formats {

using nlohmann::json;

namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

/// '[' of a list, '{' of lines; 0 of nothing at all.
char firstSign(std::ifstream& in) {
    std::string start(3, '\0');
    in.read(start.data(), 3);
    in.clear();
    in.seekg(start == kMark ? 3 : 0);
    char sign = 0;
    in >> sign;
    return sign;
}

Status readLines(std::ifstream& in, const std::function<Status(RecordFields&)>& take) {
    return eachLine(in, [&take](int number, const std::string& line) -> Status {
        const std::string place = "line " + std::to_string(number);
        const Result<json> parsed = parseJson(line, place);
        if (!parsed.ok()) return parsed.error();
        RecordFields fields(*parsed, place);
        return take(fields);
    });
}

Status readList(const std::filesystem::path& path, const std::function<Status(RecordFields&)>& take) {
    int number = 0;
    return readJsonRecords(path, [&](const std::string&, const json& record) -> Status {
        RecordFields fields(record, "record " + std::to_string(++number));
        return take(fields);
    });
}

} // namespace

Status readJsonObjects(const std::filesystem::path& path, const std::function<Status(RecordFields&)>& take) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{ErrorCode::FileUnreadable, path.string() + " cannot be read."};
    const char sign = firstSign(in);
    if (sign == '[') return readList(path, take);
    if (sign != '{')
        return Error{ErrorCode::FileInvalid, path.string() + " must begin with a list or an object of JSON, but does not."};
    in.clear();
    in.seekg(0);
    const Status read = readLines(in, take);
    return read.ok() ? read : Status(Error{read.error().code, path.string() + ": " + read.error().message});
}

} // namespace rb::formats
