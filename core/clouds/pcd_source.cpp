#include "core/base/checked.h"
#include "core/clouds/field_roles.h"
#include "core/clouds/lzf.h"
#include "core/clouds/pcd_header.h"
#include "core/clouds/refusal.h"
#include "core/clouds/row_source.h"

#include <cstring>

namespace rb::clouds {
namespace {

constexpr std::size_t kLongestHeader = 64 * 1024;

/// PCL's `label` is a plain class; a field of several numbers is a descriptor, which no Cloud holds.
std::vector<Role> rolesOf(const PcdHeader& header) {
    std::vector<std::string> names;
    for (const PcdField& field : header.fields) names.push_back(field.count == 1 ? field.name : std::string("_"));
    std::vector<Role> roles = rolesOfNames(names);
    for (std::size_t i = 0; i < roles.size(); ++i)
        if (roles[i] == Role::PackedColor && bytesOf(header.fields[i].type) != 4) roles[i] = Role::None;
    return roles;
}

OpenedSource openAscii(CloudHeader cloud, const PcdHeader& header, std::shared_ptr<ByteSource> bytes, const std::vector<Role>& roles) {
    RowLayout layout{bytes, header.dataStart, header.lines, 0, {}};
    layout.holesAreAllowed = true;
    const std::uint64_t size = bytes->size();
    for (std::size_t i = 0; i < roles.size(); ++i) {
        // Every number takes two bytes of a line at least.
        if (header.fields[i].count > size) return refusal(bytes->name(), "its points are larger than its file");
        layout.columns.insert(layout.columns.end(), static_cast<std::size_t>(header.fields[i].count), roles[i]);
        if (roles[i] == Role::PackedColor) layout.packedColorIsFloat = isReal(header.fields[i].type);
        if (roles[i] == Role::Red) layout.realColors = isReal(header.fields[i].type);
    }
    Result<RowIndex> index = indexRows(layout, header.points);
    if (!index.ok()) return index.error();
    if (index->rows < header.points)
        return refusal(bytes->name(), "it states " + std::to_string(header.points) + " points and holds " + std::to_string(index->rows));
    return openRows(std::move(cloud), std::move(layout), *std::move(index));
}

OpenedSource openBinary(CloudHeader cloud, const PcdHeader& header, std::shared_ptr<ByteSource> bytes, const std::vector<Role>& roles) {
    Table table;
    table.holesAreAllowed = true;
    Strip strip{std::move(bytes), header.dataStart, header.pointBytes, {}};
    std::uint64_t at = 0;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        if (roles[i] != Role::None) strip.columns.push_back({roles[i], header.fields[i].type, at});
        at += header.fields[i].bytes();
    }
    table.strips.push_back(std::move(strip));
    return openTable(std::move(cloud), std::move(table));
}

/// Two sizes of 32 bits, packed and unpacked, then all values of the first field, all of the second, … in one LZF stream.
Result<std::shared_ptr<ByteSource>> unpacked(ByteSource& bytes, const PcdHeader& header) {
    std::uint32_t sizes[2] = {};
    char raw[sizeof sizes];
    if (Status read = bytes.read(header.dataStart, raw, sizeof raw); !read.ok()) return read.error();
    std::memcpy(sizes, raw, sizeof sizes);
    const std::uint64_t left = bytes.size() - header.dataStart - sizeof sizes;
    const auto wanted = checkedMul(header.points, header.pointBytes);
    if (sizes[0] > left || !wanted || *wanted != sizes[1] || sizes[1] / kLzfMostGrowth > sizes[0])
        return refusal(bytes.name(), "its packed data state other sizes than its header and its file have");
    std::vector<char> packed(sizes[0]), plain(sizes[1]);
    if (Status read = bytes.read(header.dataStart + sizeof sizes, packed.data(), packed.size()); !read.ok()) return read.error();
    if (!unpackLzf(packed, plain)) return refusal(bytes.name(), "its packed data are damaged");
    return memoryBytes(bytes.name(), std::move(plain));
}

OpenedSource openCompressed(CloudHeader cloud, const PcdHeader& header, ByteSource& bytes, const std::vector<Role>& roles) {
    const Result<std::shared_ptr<ByteSource>> plain = unpacked(bytes, header);
    if (!plain.ok()) return plain.error();
    Table table;
    table.holesAreAllowed = true;
    std::uint64_t start = 0;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const PcdField& field = header.fields[i];
        if (roles[i] != Role::None) table.strips.push_back({*plain, start, field.bytes(), {{roles[i], field.type, 0}}});
        start += field.bytes() * header.points;
    }
    return openTable(std::move(cloud), std::move(table));
}

} // namespace

OpenedSource openPcd(const std::filesystem::path& path) {
    Result<std::shared_ptr<ByteSource>> bytes = openFileBytes(path);
    if (!bytes.ok()) return bytes.error();
    const Result<std::string> text = firstBytes(**bytes, kLongestHeader);
    if (!text.ok()) return text.error();
    const Result<PcdHeader> header = parsePcdHeader(*text, path.string());
    if (!header.ok()) return header.error();
    CloudHeader cloud;
    cloud.format = "PCD";
    cloud.points = header->points;
    for (const PcdField& field : header->fields) cloud.fields.push_back(field.name);
    const std::vector<Role> roles = rolesOf(*header);
    if (!havePlaces(roles)) return refusal(path.string(), "its points have no x, y and z");
    if (cloud.points == 0) return refusal(path.string(), "it holds no points");
    if (header->data == PcdHeader::Data::Ascii) return openAscii(std::move(cloud), *header, *std::move(bytes), roles);
    if (header->data == PcdHeader::Data::Binary) return openBinary(std::move(cloud), *header, *std::move(bytes), roles);
    return openCompressed(std::move(cloud), *header, **bytes, roles);
}

} // namespace rb::clouds
