#include "core/formats/json_lines.h"

namespace rb::formats {

using nlohmann::json;

namespace {

constexpr std::size_t kLongestLine = std::size_t{64} << 20;
constexpr std::string_view kMark = "\xEF\xBB\xBF";

/// False at the end of the file. `tooLong` instead of memory that grows with a file of one line.
bool nextLine(std::istream& in, std::string& line, bool& tooLong) {
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

} // namespace

Status eachLine(std::istream& in, const std::function<Status(int, const std::string&)>& take) {
    std::string line;
    bool tooLong = false;
    for (int number = 1; nextLine(in, line, tooLong); ++number) {
        if (tooLong) return Error{ErrorCode::TooLarge, "line " + std::to_string(number) + " is longer than 64 MiB."};
        if (number == 1 && line.starts_with(kMark)) line.erase(0, kMark.size());
        if (isBlank(line)) continue;
        if (Status taken = take(number, line); !taken.ok()) return taken;
    }
    if (in.bad()) return Error{ErrorCode::FileUnreadable, "it cannot be read to its end."};
    return {};
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
