#include "core/clouds/las_header.h"
#include "core/clouds/point_source.h"

namespace rb::clouds {

OpenedSource openLas(const std::filesystem::path& path) {
    Result<std::shared_ptr<ByteSource>> bytes = openFileBytes(path);
    if (!bytes.ok()) return bytes.error();
    const Result<LasHeader> header = readLasHeader(**bytes);
    if (!header.ok()) return header.error();
    if (header->compressed) return openLaz(path);
    Table table;
    table.scale = header->scale;
    table.origin = header->origin;
    table.strips.push_back({*std::move(bytes), header->dataStart, header->recordBytes, lasColumns(header->format)});
    return openTable(cloudHeaderOf(*header), std::move(table));
}

} // namespace rb::clouds
