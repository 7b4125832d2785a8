#include "core/formats/datasets/json_lines.h"

#include "core/formats/json_lines.h"

#include <fstream>

namespace rb::formats {

Status readJsonLines(const std::filesystem::path& path, const std::function<Status(int, const nlohmann::json&)>& take) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{ErrorCode::FileUnreadable, path.string() + " cannot be read."};
    const Status read = eachLine(in, [&](int number, const std::string& line) -> Status {
        const auto record = parseJson(line, "line " + std::to_string(number));
        return record.ok() ? take(number, *record) : Status(record.error());
    });
    return read.ok() ? read : Status(Error{read.error().code, path.string() + ": " + read.error().message});
}

} // namespace rb::formats
