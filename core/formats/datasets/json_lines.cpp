#include "core/formats/datasets/json_lines.h"

#include <fstream>

#include <nlohmann/json.hpp>

namespace rb::formats {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestLine = std::size_t{64} << 20;
constexpr int kDeepest = 16;

/// False at the end of the file, and when the line is longer than any record can be.
bool nextLine(std::istream& in, std::string& line, bool& tooLong) {
    line.clear();
    std::streambuf& bytes = *in.rdbuf();
    for (int byte = bytes.sbumpc(); byte != std::char_traits<char>::eof(); byte = bytes.sbumpc()) {
        if (byte == '\n') return true;
        line += static_cast<char>(byte);
        if (line.size() > kLongestLine) return !(tooLong = true);
    }
    return !line.empty();
}

Status takeLine(const std::string& line, int number, const std::function<Status(int, const json&)>& take) {
    const std::string place = "line " + std::to_string(number);
    bool tooDeep = false;
    const auto watch = [&](int depth, json::parse_event_t, json&) { return !(tooDeep = tooDeep || depth > kDeepest); };
    try {
        const json record = json::parse(line, watch);
        if (tooDeep) return Error{ErrorCode::FileInvalid, place + " is nested too deeply."};
        return take(number, record);
    } catch (const json::exception& error) {
        return Error{ErrorCode::FileInvalid, place + " is no valid JSON: " + error.what() + "."};
    }
}

} // namespace

Status readJsonLines(const std::filesystem::path& path, const std::function<Status(int, const nlohmann::json&)>& take) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{ErrorCode::FileUnreadable, path.string() + " cannot be read."};
    std::string line;
    bool tooLong = false;
    for (int number = 1; nextLine(in, line, tooLong); ++number) {
        if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        if (const Status taken = takeLine(line, number, take); !taken.ok())
            return Error{taken.error().code, path.string() + ": " + taken.error().message};
    }
    if (tooLong) return Error{ErrorCode::TooLarge, path.string() + ": a line is longer than 64 MiB."};
    if (in.bad()) return Error{ErrorCode::FileUnreadable, path.string() + " cannot be read to its end."};
    return {};
}

} // namespace rb::formats
