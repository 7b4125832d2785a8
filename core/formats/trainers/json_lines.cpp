#include "core/formats/trainers/json_lines.h"

#include "core/formats/json_records.h"

#include <fstream>

namespace rb::formats {

using nlohmann::json;

namespace {

constexpr std::size_t kLongestLine = std::size_t{64} << 20;
constexpr std::string_view kMark = "\xEF\xBB\xBF";

/// False at the end of the file. `tooLong` instead of memory that grows with a file of one line.
bool nextLine(std::ifstream& in, std::string& line, bool& tooLong) {
    line.clear();
    std::streambuf& bytes = *in.rdbuf();
    int byte = bytes.sbumpc();
    const bool any = byte != std::char_traits<char>::eof();
    for (; byte != std::char_traits<char>::eof() && byte != '\n'; byte = bytes.sbumpc()) {
        tooLong = line.size() >= kLongestLine;
        if (tooLong) return true;
        line += static_cast<char>(byte);
    }
    return any;
}

bool isBlank(const std::string& line) { return line.find_first_not_of(" \t\r") == std::string::npos; }

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

Status takeLine(const std::string& line, int number, const std::function<Status(RecordFields&)>& take) {
    const std::string place = "line " + std::to_string(number);
    const Result<json> parsed = parseJson(line, place);
    if (!parsed.ok()) return parsed.error();
    RecordFields fields(*parsed, place);
    return take(fields);
}

Status readLines(std::ifstream& in, const std::function<Status(RecordFields&)>& take) {
    std::string line;
    bool tooLong = false;
    for (int number = 1; nextLine(in, line, tooLong); ++number) {
        if (tooLong) return Error{ErrorCode::TooLarge, "line " + std::to_string(number) + " is longer than 64 MB."};
        if (number == 1 && line.starts_with(kMark)) line.erase(0, kMark.size());
        if (isBlank(line)) continue;
        if (Status taken = takeLine(line, number, take); !taken.ok()) return taken;
    }
    return {};
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

Result<json> parseJson(std::string_view text, const std::string& place) {
    constexpr int kDeepest = 16;
    bool tooDeep = false;
    const auto shallow = [&tooDeep](int depth, json::parse_event_t, json&) {
        tooDeep = tooDeep || depth > kDeepest;
        return !tooDeep;
    };
    try {
        json parsed = json::parse(text, shallow);
        if (!tooDeep) return parsed;
        return Error{ErrorCode::FileInvalid, place + ": the JSON is nested more than 16 deep."};
    } catch (const json::parse_error& error) {
        return Error{ErrorCode::FileInvalid, place + " is no valid JSON at byte " + std::to_string(error.byte) + "."};
    } catch (const json::exception&) {
        return Error{ErrorCode::FileInvalid, place + " holds a number that is too large."};
    }
}

} // namespace rb::formats
