#include "core/clouds/field_roles.h"
#include "core/clouds/header_words.h"
#include "core/clouds/line_blocks.h"
#include "core/clouds/refusal.h"
#include "core/clouds/row_source.h"

#include <algorithm>
#include <limits>

namespace rb::clouds {
namespace {

constexpr std::size_t kBegin = 64 * 1024;
constexpr std::size_t kSamplePoints = 1024;
constexpr std::string_view kSeparators = " \t\r,;\"";

bool isNumber(const std::string& word) {
    const char* const first = word.data() + (word.starts_with('+') ? 1 : 0);
    double value = 0;
    const auto read = std::from_chars(first, word.data() + word.size(), value);
    return read.ec != std::errc::invalid_argument && read.ptr == word.data() + word.size();
}

/// What the first lines say of the columns.
struct Begin {
    std::vector<std::string> names;  ///< of a header line or of a comment that names x, y and z
    std::size_t columns = 0;         ///< numbers in the first line of them
    std::uint64_t bytes = 0, lines = 0; ///< before the numbers begin
};

/// The names in a comment (CloudCompare writes "//X Y Z R G B") or a header line.
std::vector<std::string> namesIn(std::string_view line) {
    const auto begin = line.find_first_not_of(" \t#/");
    if (begin == std::string_view::npos) return {};
    std::vector<std::string> words = wordsOf(line.substr(begin), kSeparators);
    return havePlaces(rolesOfNames(words)) ? words : std::vector<std::string>();
}

Begin readBegin(std::string_view text) {
    Begin begin;
    const char* const start = text.data();
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    begin.bytes = static_cast<std::uint64_t>(text.data() - start);
    while (!text.empty()) {
        const std::string_view line = takeLine(text);
        if (isPassedOver(line)) {
            if (std::vector<std::string> names = namesIn(line); !names.empty()) begin.names = names;
        } else {
            const std::vector<std::string> words = wordsOf(line, kSeparators);
            begin.columns = words.size();
            if (begin.columns == 0 || isNumber(words[0])) break;
            const std::vector<std::string> names = namesIn(line);
            if (names.empty()) break; // the line is told when it is parsed
            begin.names = names;
        }
        ++begin.lines;
        begin.columns = 0;
        begin.bytes = static_cast<std::uint64_t>(text.data() - start);
    }
    return begin;
}

std::vector<Role> rolesOf(const Begin& begin) {
    if (begin.names.size() == begin.columns) {
        std::vector<Role> roles = rolesOfNames(begin.names);
        std::replace(roles.begin(), roles.end(), Role::PackedColor, Role::None);
        return roles;
    }
    return rolesOfColumns(begin.columns);
}

} // namespace

OpenedSource openText(const std::filesystem::path& path) {
    Result<std::shared_ptr<ByteSource>> bytes = openFileBytes(path);
    if (!bytes.ok()) return bytes.error();
    const Result<std::string> text = firstBytes(**bytes, kBegin);
    if (!text.ok()) return text.error();
    const Begin begin = readBegin(*text);
    RowLayout layout{*std::move(bytes), begin.bytes, begin.lines, 0, rolesOf(begin)};
    if (begin.columns > 0 && begin.columns < 3)
        return Error{ErrorCode::FileInvalid, path.string() + ", line " + std::to_string(begin.lines + 1) + ": expected x y z as finite numbers."};
    CloudHeader header;
    header.format = "text";
    for (std::size_t i = 0; i < begin.columns; ++i)
        header.fields.push_back(begin.names.size() == begin.columns ? begin.names[i] : "column " + std::to_string(i + 1));
    Result<RowIndex> index = indexRows(layout, std::numeric_limits<std::uint64_t>::max());
    if (!index.ok()) return index.error();
    header.points = index->rows;
    if (header.points == 0 || begin.columns == 0) return refusal(path.string(), "it holds no points");
    OpenedSource source = openRows(header, layout, *index);
    if (begin.columns != 6 || !begin.names.empty()) return source;
    const Result<PointBatch> sample = (*source)->sample(kSamplePoints);
    if (!sample.ok() || !colorsAreNormals(*sample)) return source;
    makeColorsNormals(layout.columns);
    return openRows(std::move(header), std::move(layout), *std::move(index));
}

} // namespace rb::clouds
