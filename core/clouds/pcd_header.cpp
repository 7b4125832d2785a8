#include "core/clouds/pcd_header.h"

#include "core/base/checked.h"
#include "core/clouds/header_words.h"
#include "core/clouds/line_blocks.h"
#include "core/clouds/refusal.h"

#include <map>

namespace rb::clouds {
namespace {

using Words = std::vector<std::string>;

std::optional<Scalar> scalarOf(const std::string& size, const std::string& type) {
    static const std::map<std::string, Scalar> kScalars = {
        {"I1", Scalar::Int8}, {"I2", Scalar::Int16}, {"I4", Scalar::Int32}, {"I8", Scalar::Int64},
        {"U1", Scalar::UInt8}, {"U2", Scalar::UInt16}, {"U4", Scalar::UInt32}, {"U8", Scalar::UInt64},
        {"F4", Scalar::Float32}, {"F8", Scalar::Float64}};
    const auto found = kScalars.find(type + size);
    if (found == kScalars.end()) return std::nullopt;
    return found->second;
}

/// What stands behind a key; nothing when the key is missing.
const Words& valuesOf(const std::map<std::string, Words>& lines, const std::string& key) {
    static const Words kNone;
    const auto found = lines.find(key);
    return found == lines.end() ? kNone : found->second;
}

std::optional<std::uint64_t> oneCount(const Words& words) {
    return words.size() == 1 ? countOf(words[0]) : std::nullopt;
}

Status readFields(const std::map<std::string, Words>& lines, const std::string& name, PcdHeader& header) {
    const Words& names = lines.count("FIELDS") ? valuesOf(lines, "FIELDS") : valuesOf(lines, "COLUMNS");
    const Words& sizes = valuesOf(lines, "SIZE");
    const Words& types = valuesOf(lines, "TYPE");
    const Words counts = lines.count("COUNT") ? valuesOf(lines, "COUNT") : Words(names.size(), "1");
    if (names.empty() || sizes.size() != names.size() || types.size() != names.size() || counts.size() != names.size())
        return refusal(name, "its FIELDS, SIZE, TYPE and COUNT are not of one length");
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto type = scalarOf(sizes[i], types[i]);
        const auto count = countOf(counts[i]);
        if (!type || !count || *count == 0) return refusal(name, "its field \"" + names[i] + "\" has a SIZE, TYPE or COUNT that PCD knows not");
        const auto bytes = checkedMul(*count, bytesOf(*type));
        const auto sum = bytes ? checkedAdd(header.pointBytes, *bytes) : std::nullopt;
        if (!sum) return refusal(name, "its points are larger than any file");
        header.pointBytes = *sum;
        header.fields.push_back({names[i], *type, *count});
    }
    return {};
}

Status readCounts(const std::map<std::string, Words>& lines, const std::string& name, PcdHeader& header) {
    const auto width = oneCount(valuesOf(lines, "WIDTH")), height = oneCount(valuesOf(lines, "HEIGHT"));
    const auto product = width && height ? checkedMul(*width, *height) : std::nullopt;
    const auto points = lines.count("POINTS") ? oneCount(valuesOf(lines, "POINTS")) : product;
    if (!points || (width && height && product != points)) return refusal(name, "its WIDTH times HEIGHT is not its POINTS");
    header.points = *points;
    return {};
}

bool readData(const Words& words, PcdHeader& header) {
    if (words.size() != 1) return false;
    if (words[0] == "ascii") header.data = PcdHeader::Data::Ascii;
    else if (words[0] == "binary") header.data = PcdHeader::Data::Binary;
    else if (words[0] == "binary_compressed") header.data = PcdHeader::Data::Compressed;
    else return false;
    return true;
}

} // namespace

Result<PcdHeader> parsePcdHeader(std::string_view text, const std::string& name) {
    PcdHeader header;
    std::map<std::string, Words> lines;
    for (std::string_view rest = text; !rest.empty();) {
        Words words = wordsOf(takeLine(rest));
        ++header.lines;
        if (words.empty() || words[0].starts_with('#')) continue;
        const std::string key = words[0];
        words.erase(words.begin());
        lines[key] = words;
        if (key != "DATA") continue;
        header.dataStart = static_cast<std::uint64_t>(rest.data() - text.data());
        if (!readData(words, header)) return refusal(name, "its DATA is neither ascii, binary nor binary_compressed");
        if (Status fields = readFields(lines, name, header); !fields.ok()) return fields.error();
        if (Status counts = readCounts(lines, name, header); !counts.ok()) return counts.error();
        return header;
    }
    return refusal(name, "its header has no line DATA");
}

} // namespace rb::clouds
