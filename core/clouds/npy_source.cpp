#include "core/clouds/field_roles.h"
#include "core/clouds/npy_table.h"
#include "core/clouds/refusal.h"

#include "core/base/checked.h"
#include "core/media/npy_array.h"

#include <algorithm>

namespace rb::clouds {
namespace {

constexpr std::size_t kLongestHeader = 65'600;
constexpr std::size_t kSamplePoints = 1024;

Scalar scalarOf(const media::NpyHeader& header) {
    if (header.kind == 'f') return header.bytes == 4 ? Scalar::Float32 : Scalar::Float64;
    const bool isSigned = header.kind == 'i';
    switch (header.bytes) {
    case 1: return isSigned ? Scalar::Int8 : Scalar::UInt8;
    case 2: return isSigned ? Scalar::Int16 : Scalar::UInt16;
    case 4: return isSigned ? Scalar::Int32 : Scalar::UInt32;
    default: return isSigned ? Scalar::Int64 : Scalar::UInt64;
    }
}

CloudHeader headerOf(const NpyTable& array, const std::vector<Role>& roles, const std::string& format) {
    static const char* const kNames[] = {"x", "y", "z", "red", "green", "blue", "nx", "ny", "nz", "intensity", "class", "instance"};
    CloudHeader header;
    header.format = format;
    header.points = array.rows;
    for (std::size_t i = 0; i < array.columns && i < 64; ++i)
        header.fields.push_back(i < roles.size() && roles[i] != Role::None ? kNames[static_cast<std::size_t>(roles[i])]
                                                                           : "column " + std::to_string(i + 1));
    return header;
}

} // namespace

Result<NpyTable> readNpyTable(std::shared_ptr<ByteSource> bytes) {
    const Result<std::string> begin = firstBytes(*bytes, kLongestHeader);
    if (!begin.ok()) return begin.error();
    const Result<media::NpyHeader> header = media::readNpyHeader(*begin, bytes->name());
    if (!header.ok()) return header.error();
    NpyTable array{nullptr, header->rows, header->columns, scalarOf(*header), header->fortran, header->dataStart};
    const auto cells = checkedMul(array.rows, array.columns);
    const auto size = cells ? checkedMul(*cells, bytesOf(array.type)) : std::nullopt;
    const std::uint64_t left = bytes->size() - array.dataStart;
    if (!size || *size != left)
        return refusal(bytes->name(), "its shape and its size of " + std::to_string(left) + " data bytes disagree");
    array.bytes = std::move(bytes);
    return array;
}

void addStrips(const NpyTable& array, const std::vector<Role>& roles, Table& table) {
    const std::uint64_t size = bytesOf(array.type);
    Strip rows{array.bytes, array.dataStart, array.columns * size, {}};
    for (std::size_t i = 0; i < roles.size() && i < array.columns; ++i) {
        if (roles[i] == Role::None) continue;
        if (array.columnMajor) table.strips.push_back({array.bytes, array.dataStart + i * array.rows * size, size, {{roles[i], array.type, 0}}});
        else rows.columns.push_back({roles[i], array.type, i * size});
    }
    if (!rows.columns.empty()) table.strips.push_back(std::move(rows));
}

OpenedSource openNpyTable(const NpyTable& array, const std::string& format, Table further) {
    if (array.columns < 3)
        return refusal(array.bytes->name(), "it needs 3 columns and has " + std::to_string(array.columns));
    // However wide the array is, what follows the ninth column means nothing.
    std::vector<Role> roles = rolesOfColumns(static_cast<std::size_t>(std::min<std::uint64_t>(array.columns, 10)));
    const auto open = [&] {
        Table table = further;
        addStrips(array, roles, table);
        return openTable(headerOf(array, roles, format), std::move(table));
    };
    OpenedSource source = open();
    if (!source.ok() || array.columns != 6) return source;
    const Result<PointBatch> sample = (*source)->sample(kSamplePoints);
    if (!sample.ok()) return sample.error();
    if (!colorsAreNormals(*sample)) return source;
    makeColorsNormals(roles);
    return open();
}

OpenedSource openNpy(const std::filesystem::path& path) {
    Result<std::shared_ptr<ByteSource>> bytes = openFileBytes(path);
    if (!bytes.ok()) return bytes.error();
    const Result<NpyTable> array = readNpyTable(*std::move(bytes));
    if (!array.ok()) return array.error();
    return openNpyTable(*array, "NumPy");
}

} // namespace rb::clouds
