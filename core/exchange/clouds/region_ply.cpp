#include "core/exchange/clouds/region_ply.h"

#include "core/clouds/cloud_reader.h"
#include "core/clouds/ply_writer.h"
#include "core/spatial/convex_region.h"
#include "core/spatial/point_selection.h"

namespace rb::exchange {
namespace {

std::vector<std::uint32_t> pointsOf(const clouds::Cloud& cloud, const project::CloudShape& shape) {
    const std::string_view bytes(shape.points.constData(), static_cast<std::size_t>(shape.points.size()));
    if (!bytes.empty())
        if (const auto stored = spatial::PointSelection::fromBytes(bytes, cloud.size()); stored.ok()) return stored->places();
    geometry::Box3 box = shape.box;
    for (std::size_t axis = 0; axis < 3; ++axis) box.center[axis] -= cloud.offset[axis];
    const spatial::ConvexRegion region(box);
    std::vector<std::uint32_t> points;
    for (std::size_t i = 0; i < cloud.size(); ++i)
        if (region.contains(&cloud.positions[3 * i])) points.push_back(static_cast<std::uint32_t>(i));
    return points;
}

} // namespace

Result<std::vector<std::string>> writeRegionPoints(const CloudRecord& record, formats::OutputTree& output) {
    std::vector<std::string> names(record.regions.size());
    if (record.regions.empty()) return names;
    const auto cloud = clouds::readCloud(record.file);
    if (!cloud.ok()) return cloud.error();
    for (std::size_t i = 0; i < record.regions.size(); ++i) {
        const std::vector<std::uint32_t> points = pointsOf(*cloud, record.regions[i].shape);
        if (points.empty()) continue;
        names[i] = record.name + "_" + record.regions[i].id + ".ply";
        const Status written = output.file(names[i], [&](FileSink& sink) { return clouds::writePly(sink, *cloud, std::span<const std::uint32_t>(points)); });
        if (!written.ok()) return written.error();
    }
    return names;
}

} // namespace rb::exchange
