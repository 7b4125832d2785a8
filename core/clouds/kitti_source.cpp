#include "core/clouds/refusal.h"
#include "core/clouds/table_source.h"

namespace rb::clouds {

// KITTI's velodyne scans have no header: x y z reflectance as four 32-bit floats a point.
OpenedSource openKitti(const std::filesystem::path& path) {
    constexpr std::uint64_t kPointBytes = 16;
    Result<std::shared_ptr<ByteSource>> bytes = openFileBytes(path);
    if (!bytes.ok()) return bytes.error();
    if ((*bytes)->size() % kPointBytes != 0)
        return refusal(path.string(), "its size is no multiple of the 16 bytes of a KITTI point");
    CloudHeader header;
    header.format = "KITTI";
    header.points = (*bytes)->size() / kPointBytes;
    header.fields = {"x", "y", "z", "reflectance"};
    Table table;
    table.strips.push_back({*std::move(bytes), 0, kPointBytes,
                            {{Role::X, Scalar::Float32, 0}, {Role::Y, Scalar::Float32, 4}, {Role::Z, Scalar::Float32, 8},
                             {Role::Intensity, Scalar::Float32, 12}}});
    return openTable(std::move(header), std::move(table));
}

} // namespace rb::clouds
