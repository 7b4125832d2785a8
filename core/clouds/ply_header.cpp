#include "core/clouds/ply_header.h"

#include "core/clouds/header_words.h"
#include "core/clouds/line_blocks.h"
#include "core/clouds/refusal.h"

#include <algorithm>

namespace rb::clouds {
namespace {

constexpr std::pair<std::string_view, Scalar> kTypes[] = {
    {"char", Scalar::Int8}, {"int8", Scalar::Int8}, {"uchar", Scalar::UInt8}, {"uint8", Scalar::UInt8},
    {"short", Scalar::Int16}, {"int16", Scalar::Int16}, {"ushort", Scalar::UInt16}, {"uint16", Scalar::UInt16},
    {"int", Scalar::Int32}, {"int32", Scalar::Int32}, {"uint", Scalar::UInt32}, {"uint32", Scalar::UInt32},
    {"int64", Scalar::Int64}, {"uint64", Scalar::UInt64},
    {"float", Scalar::Float32}, {"float32", Scalar::Float32}, {"double", Scalar::Float64}, {"float64", Scalar::Float64},
};

std::optional<Scalar> typeOfWord(const std::string& word) {
    for (const auto& [name, type] : kTypes)
        if (name == word) return type;
    return std::nullopt;
}

bool readFormat(const std::vector<std::string>& words, PlyHeader& header) {
    using Encoding = PlyHeader::Encoding;
    if (words.size() < 2) return false;
    if (words[1] == "ascii") header.encoding = Encoding::Ascii;
    else if (words[1] == "binary_little_endian") header.encoding = Encoding::LittleEndian;
    else if (words[1] == "binary_big_endian") header.encoding = Encoding::BigEndian;
    else return false;
    return true;
}

bool readElement(const std::vector<std::string>& words, PlyHeader& header) {
    const auto count = words.size() == 3 ? countOf(words[2]) : std::nullopt;
    if (!count) return false;
    header.elements.push_back({words[1], *count, {}});
    return true;
}

bool readProperty(const std::vector<std::string>& words, PlyHeader& header) {
    if (header.elements.empty() || words.size() < 3) return false;
    const bool list = words[1] == "list";
    if (words.size() != (list ? 5U : 3U)) return false;
    PlyProperty property{words.back(), Scalar::Float32, std::nullopt};
    const auto type = typeOfWord(words[list ? 3 : 1]);
    if (!type) return false;
    property.type = *type;
    if (list) {
        property.countType = typeOfWord(words[2]);
        if (!property.countType || isReal(*property.countType)) return false;
    }
    header.elements.back().properties.push_back(property);
    return true;
}

bool readHeaderLine(const std::vector<std::string>& words, PlyHeader& header) {
    if (words.empty() || words[0] == "comment" || words[0] == "obj_info") return true;
    if (words[0] == "format") return readFormat(words, header);
    if (words[0] == "element") return readElement(words, header);
    return words[0] == "property" && readProperty(words, header);
}

} // namespace

bool PlyElement::hasLists() const {
    return std::any_of(properties.begin(), properties.end(), [](const PlyProperty& p) { return p.countType.has_value(); });
}

std::uint64_t PlyElement::leastBytes() const {
    std::uint64_t bytes = 0;
    for (const PlyProperty& property : properties) bytes += bytesOf(property.countType.value_or(property.type));
    return bytes;
}

std::size_t PlyHeader::vertexElement() const {
    for (const char* wanted : {"vertex", "point"})
        for (std::size_t i = 0; i < elements.size(); ++i)
            if (elements[i].name == wanted) return i;
    return elements.size();
}

Result<PlyHeader> parsePlyHeader(std::string_view text, const std::string& name) {
    PlyHeader header;
    std::string_view rest = text;
    if (wordsOf(takeLine(rest)) != std::vector<std::string>{"ply"}) return refusal(name, "it does not begin as a PLY file");
    bool formatKnown = false;
    for (header.lines = 1; !rest.empty();) {
        const std::vector<std::string> words = wordsOf(takeLine(rest));
        ++header.lines;
        if (words == std::vector<std::string>{"end_header"}) {
            header.dataStart = static_cast<std::uint64_t>(rest.data() - text.data());
            if (!formatKnown) return refusal(name, "its header states no format");
            return header;
        }
        if (!readHeaderLine(words, header))
            return refusal(name, "line " + std::to_string(header.lines) + " of its header states no format, element or property that PLY knows");
        formatKnown = formatKnown || (!words.empty() && words[0] == "format");
    }
    return refusal(name, "its header has no end");
}

} // namespace rb::clouds
