#pragma once

#include "core/clouds/cloud.h"
#include "core/spatial/point_octree.h"
#include "viewer3d/camera/camera_moves.h"

#include <memory>
#include <random>

namespace rb::viewer3d {

/// Points all through a box, evenly at random.
inline std::vector<float> scattered(std::size_t count, spatial::Vec3 low, spatial::Vec3 high, unsigned seed = 1) {
    std::mt19937 generator(seed);
    std::vector<float> positions;
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t k = 0; k < 3; ++k) positions.push_back(std::uniform_real_distribution<float>(low[k], high[k])(generator));
    return positions;
}

/// A cloud of one colour; `offset` is where its own origin lies.
inline std::shared_ptr<clouds::Cloud> oneColor(std::vector<float> positions, std::array<std::uint8_t, 3> rgb, Vec3d offset = {}) {
    auto cloud = std::make_shared<clouds::Cloud>();
    cloud->offset = offset;
    cloud->positions = std::move(positions);
    for (std::size_t i = 0; i < cloud->size(); ++i) cloud->colors.insert(cloud->colors.end(), rgb.begin(), rgb.end());
    return cloud;
}

inline std::shared_ptr<const spatial::PointOctree> octreeOf(const std::vector<float>& positions, spatial::OctreeOptions options = {256, 256, 1}) {
    return *spatial::PointOctree::build(positions, options);
}

/// From the front, a little from above, with all of the bounds in the view.
inline Camera cameraOn(const spatial::Bounds& bounds, double aspect) {
    Camera camera{{0.3, -1, 0.5}, {0, 0, 0}, {0, 0, 1}};
    return framed(camera, bounds, aspect);
}

} // namespace rb::viewer3d
