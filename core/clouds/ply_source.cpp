#include "core/clouds/field_roles.h"
#include "core/clouds/ply_header.h"
#include "core/clouds/ply_lists.h"
#include "core/clouds/refusal.h"
#include "core/clouds/row_source.h"

#include "core/base/checked.h"

namespace rb::clouds {
namespace {

constexpr std::size_t kLongestHeader = 1 << 20;

/// Where the points begin in a binary file, when every element before them has a fixed size.
std::optional<std::uint64_t> fixedStart(const PlyHeader& header, std::size_t vertex) {
    std::optional<std::uint64_t> start = header.dataStart;
    for (std::size_t i = 0; i < vertex && start; ++i) {
        const auto bytes = checkedMul(header.elements[i].count, header.elements[i].leastBytes());
        start = bytes ? checkedAdd(*start, *bytes) : std::nullopt;
    }
    return start;
}

OpenedSource openBinary(CloudHeader cloud, const PlyHeader& header, std::shared_ptr<ByteSource> bytes, const std::vector<Role>& roles) {
    const std::size_t vertex = header.vertexElement();
    bool lists = false;
    for (std::size_t i = 0; i <= vertex; ++i) lists = lists || (header.elements[i].count > 0 && header.elements[i].hasLists());
    if (lists) return openPlyWithLists(std::move(cloud), header, std::move(bytes), roles);
    const auto start = fixedStart(header, vertex);
    if (!start) return refusal(bytes->name(), "its elements are larger than any file");
    Table table;
    table.bigEndian = header.encoding == PlyHeader::Encoding::BigEndian;
    Strip strip{std::move(bytes), *start, header.elements[vertex].leastBytes(), {}};
    std::uint64_t at = 0;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const Scalar type = header.elements[vertex].properties[i].type;
        if (roles[i] != Role::None) strip.columns.push_back({roles[i], type, at});
        at += bytesOf(type);
    }
    table.strips.push_back(std::move(strip));
    return openTable(std::move(cloud), std::move(table));
}

OpenedSource openAscii(CloudHeader cloud, const PlyHeader& header, std::shared_ptr<ByteSource> bytes, std::vector<Role> roles) {
    const std::size_t vertex = header.vertexElement();
    const PlyElement& points = header.elements[vertex];
    RowLayout layout{bytes, header.dataStart, header.lines, 0, {}};
    for (std::size_t i = 0; i < vertex; ++i) {
        const auto rows = checkedAdd(layout.skipRows, header.elements[i].count);
        if (!rows) return refusal(bytes->name(), "its elements have more rows than any file");
        layout.skipRows = *rows;
    }
    for (std::size_t i = 0; i < roles.size(); ++i) {
        // A list has as many numbers as its row says: what follows it stands at no fixed place.
        if (points.properties[i].countType && std::any_of(roles.begin() + static_cast<std::ptrdiff_t>(i), roles.end(), [](Role r) { return r != Role::None; }))
            return refusal(bytes->name(), "its points have a list before their other properties", ErrorCode::Unsupported);
        if (points.properties[i].countType) break;
        layout.columns.push_back(roles[i]);
        layout.realColors = layout.realColors || (roles[i] == Role::Red && isReal(points.properties[i].type));
    }
    Result<RowIndex> index = indexRows(layout, points.count);
    if (!index.ok()) return index.error();
    if (index->rows < points.count)
        return refusal(bytes->name(), "it states " + std::to_string(points.count) + " points and holds " + std::to_string(index->rows));
    return openRows(std::move(cloud), std::move(layout), *std::move(index));
}

} // namespace

OpenedSource openPly(const std::filesystem::path& path) {
    Result<std::shared_ptr<ByteSource>> bytes = openFileBytes(path);
    if (!bytes.ok()) return bytes.error();
    const Result<std::string> text = firstBytes(**bytes, kLongestHeader);
    if (!text.ok()) return text.error();
    const Result<PlyHeader> header = parsePlyHeader(*text, path.string());
    if (!header.ok()) return header.error();
    const std::size_t vertex = header->vertexElement();
    if (vertex == header->elements.size()) return refusal(path.string(), "it has no element \"vertex\"");
    CloudHeader cloud;
    cloud.format = "PLY";
    cloud.points = header->elements[vertex].count;
    for (const PlyProperty& property : header->elements[vertex].properties) cloud.fields.push_back(property.name);
    std::vector<Role> roles = rolesOfNames(cloud.fields);
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const PlyProperty& property = header->elements[vertex].properties[i];
        if (property.countType || (roles[i] == Role::PackedColor && bytesOf(property.type) != 4)) roles[i] = Role::None;
    }
    if (!havePlaces(roles)) return refusal(path.string(), "its points have no x, y and z");
    if (cloud.points == 0) return refusal(path.string(), "it holds no points");
    if (header->encoding == PlyHeader::Encoding::Ascii) return openAscii(std::move(cloud), *header, *std::move(bytes), std::move(roles));
    return openBinary(std::move(cloud), *header, *std::move(bytes), roles);
}

} // namespace rb::clouds
