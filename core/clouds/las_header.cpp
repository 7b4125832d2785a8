#include "core/clouds/las_header.h"

#include "core/clouds/refusal.h"

#include <cmath>
#include <cstring>

namespace rb::clouds {
namespace {

constexpr std::uint64_t kShortestHeader = 227;      // LAS 1.2
constexpr std::uint64_t kLongHeader = 375;          // LAS 1.4
constexpr std::uint64_t kRecordHeaderBytes = 54;    // of a variable length record
constexpr std::uint64_t kRecordBytes[] = {20, 28, 26, 34, 57, 63, 30, 36, 38, 59, 67};
constexpr std::uint64_t kColorAt[] = {0, 0, 20, 28, 0, 28, 0, 30, 30, 0, 30};

template <typename T>
T number(const std::string& bytes, std::size_t at) {
    T value;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

Status readScales(const std::string& bytes, const std::string& name, LasHeader& header) {
    for (std::size_t axis = 0; axis < 3; ++axis) {
        header.scale[axis] = number<double>(bytes, 131 + 8 * axis);
        header.origin[axis] = number<double>(bytes, 155 + 8 * axis);
        header.bounds.upper[axis] = number<double>(bytes, 179 + 16 * axis);
        header.bounds.lower[axis] = number<double>(bytes, 187 + 16 * axis);
        if (!std::isfinite(header.scale[axis]) || header.scale[axis] == 0 || !std::isfinite(header.origin[axis]))
            return refusal(name, "the scale or the offset in its header is not a finite number");
    }
    return {};
}

/// Whether the variable length records can stand between header and points.
bool recordsFit(const std::string& bytes, const LasHeader& header) {
    const std::uint64_t headerBytes = number<std::uint16_t>(bytes, 94), records = number<std::uint32_t>(bytes, 100);
    return headerBytes >= kShortestHeader && headerBytes <= header.dataStart &&
           records * kRecordHeaderBytes <= header.dataStart - headerBytes;
}

std::uint64_t pointCount(const std::string& bytes, int minor) {
    const std::uint64_t old = number<std::uint32_t>(bytes, 107);
    if (minor < 4 || bytes.size() < kLongHeader) return old;
    const auto wide = number<std::uint64_t>(bytes, 247);
    return wide == 0 ? old : wide;
}

} // namespace

Result<LasHeader> readLasHeader(ByteSource& source) {
    const std::string& name = source.name();
    const Result<std::string> bytes = firstBytes(source, kLongHeader);
    if (!bytes.ok()) return bytes.error();
    if (bytes->size() < kShortestHeader || !bytes->starts_with("LASF")) return refusal(name, "it does not begin as a LAS file");
    LasHeader header;
    header.minor = number<std::uint8_t>(*bytes, 25);
    if (number<std::uint8_t>(*bytes, 24) != 1 || header.minor > 4)
        return refusal(name, "its version is none of LAS 1.0 to 1.4", ErrorCode::Unsupported);
    const unsigned format = number<std::uint8_t>(*bytes, 104);
    header.compressed = (format & 0xc0U) != 0;
    header.format = static_cast<int>(format & 0x3fU);
    header.recordBytes = number<std::uint16_t>(*bytes, 105);
    if (header.format > 10 || header.recordBytes < kRecordBytes[header.format])
        return refusal(name, "its point format " + std::to_string(header.format) + " with records of " +
                                 std::to_string(header.recordBytes) + " bytes is none of LAS");
    header.dataStart = number<std::uint32_t>(*bytes, 96);
    header.points = pointCount(*bytes, header.minor);
    if (header.dataStart > source.size() || !recordsFit(*bytes, header))
        return refusal(name, "its header states more records than stand before its points");
    if (Status scales = readScales(*bytes, name, header); !scales.ok()) return scales.error();
    return header;
}

std::vector<Column> lasColumns(int format) {
    std::vector<Column> columns = {{Role::X, Scalar::Int32, 0}, {Role::Y, Scalar::Int32, 4}, {Role::Z, Scalar::Int32, 8},
                                   {Role::Intensity, Scalar::UInt16, 12}};
    // Up to format 5 the upper three bits of the class are flags.
    columns.push_back(format < 6 ? Column{Role::Class, Scalar::LowBits5, 15} : Column{Role::Class, Scalar::UInt8, 16});
    if (const std::uint64_t color = kColorAt[format]; color > 0)
        for (std::uint64_t i = 0; i < 3; ++i)
            columns.push_back({static_cast<Role>(static_cast<std::uint64_t>(Role::Red) + i), Scalar::UInt16, color + 2 * i});
    return columns;
}

CloudHeader cloudHeaderOf(const LasHeader& header) {
    CloudHeader cloud;
    cloud.format = (header.compressed ? "LAZ 1." : "LAS 1.") + std::to_string(header.minor);
    cloud.points = header.points;
    cloud.fields = {"x", "y", "z", "intensity", "return number", "classification"};
    if (header.format != 0 && header.format != 2) cloud.fields.push_back("gps time");
    if (kColorAt[header.format] > 0) cloud.fields.insert(cloud.fields.end(), {"red", "green", "blue"});
    bool finite = true;
    for (std::size_t axis = 0; axis < 3; ++axis)
        finite = finite && std::isfinite(header.bounds.upper[axis]) && header.bounds.lower[axis] <= header.bounds.upper[axis];
    if (finite) cloud.bounds = header.bounds;
    return cloud;
}

} // namespace rb::clouds
