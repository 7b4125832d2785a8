#include "core/formats/json_lines.h"

#include "core/formats/json_builder.h"

#include <fstream>

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

Status readJsonLines(const std::filesystem::path& path, const std::function<Status(int, const json&)>& take) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{ErrorCode::FileUnreadable, path.string() + " cannot be read."};
    const Status read = eachLine(in, [&](int number, const std::string& line) -> Status {
        const Result<json> record = parseJson(line, "line " + std::to_string(number));
        return record.ok() ? take(number, *record) : Status(record.error());
    });
    return read.ok() ? read : Status(Error{read.error().code, path.string() + ": " + read.error().message});
}

Error tooDeepJson(const std::string& place, int deepest) {
    return {ErrorCode::FileInvalid, place + ": the JSON is nested more than " + std::to_string(deepest) + " deep."};
}

Error notJson(const std::string& place, std::size_t byte) {
    return {ErrorCode::FileInvalid, place + " is no valid JSON at byte " + std::to_string(byte) + "."};
}

Error tooLargeNumber(const std::string& place) { return {ErrorCode::FileInvalid, place + " holds a number that is too large."}; }

namespace {

/// Builds the value of a whole text.
class TextBuilder : public JsonEvents<TextBuilder> {
public:
    explicit TextBuilder(int deepest) : m_deepest(deepest) { m_value.begin(); }

    template <typename Value>
    bool scalar(Value&& value) {
        m_value.put(std::forward<Value>(value));
        return true;
    }
    bool open(json::value_t kind) {
        m_tooDeep = ++m_depth > m_deepest;
        m_value.open(kind);
        return !m_tooDeep;
    }
    bool close() {
        --m_depth;
        m_value.close();
        return true;
    }
    bool key(std::string& name) {
        m_value.key(name);
        return true;
    }

    Result<json> take(const std::string& place) {
        if (m_tooDeep) return tooDeepJson(place, m_deepest);
        if (m_badByte > 0) return m_isTooLarge ? tooLargeNumber(place) : notJson(place, m_badByte);
        return std::move(m_value.value());
    }

private:
    JsonBuilder m_value;
    int m_deepest, m_depth = 0;
    bool m_tooDeep = false;
};

} // namespace

Result<json> parseJson(std::string_view text, const std::string& place, int deepest) {
    TextBuilder builder(deepest);
    json::sax_parse(text.begin(), text.end(), &builder);
    return builder.take(place);
}

} // namespace rb::formats
