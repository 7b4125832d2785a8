#include "cloud_workspace/cloud_document.h"

namespace rb::cloud_workspace {

geometry::Box3 inOctree(const CloudDocument& document, geometry::Box3 box) {
    for (std::size_t axis = 0; axis < 3; ++axis) box.center[axis] -= document.cloud->offset[axis];
    return box;
}

geometry::Box3 inFile(const CloudDocument& document, geometry::Box3 box) {
    for (std::size_t axis = 0; axis < 3; ++axis) box.center[axis] += document.cloud->offset[axis];
    return box;
}

geometry::PointCloud pointsFor(const CloudDocument& document, const spatial::PointSelection& selection) {
    const clouds::Cloud& cloud = *document.cloud;
    geometry::PointCloud points;
    for (const std::uint32_t index : selection.inGivenOrder(*document.octree).places()) {
        const std::size_t at = std::size_t{3} * index;
        points.positions.insert(points.positions.end(), cloud.positions.begin() + static_cast<std::ptrdiff_t>(at), cloud.positions.begin() + static_cast<std::ptrdiff_t>(at + 3));
        if (!cloud.colors.empty())
            points.colors.insert(points.colors.end(), cloud.colors.begin() + static_cast<std::ptrdiff_t>(at), cloud.colors.begin() + static_cast<std::ptrdiff_t>(at + 3));
    }
    return points;
}

} // namespace rb::cloud_workspace
