#include "viewer3d/side/near_points.h"

#include "core/spatial/region_queries.h"
#include "viewer3d/color/ramp.h"

namespace rb::viewer3d {

std::vector<NearPoint> nearPoints(const spatial::PointOctree& octree, std::span<const std::uint32_t> colors, const geometry::Box3& box,
                                  double times, std::size_t most) {
    geometry::Box3 larger = box;
    for (double& size : larger.size) size *= times;
    const spatial::PointSelection inside = spatial::pointsInBox(octree, larger);
    const std::size_t step = std::max<std::size_t>(1, inside.count() / std::max<std::size_t>(1, most));
    std::vector<NearPoint> near;
    std::size_t seen = 0;
    const float* positions = octree.positions().data();
    inside.forEach([&](std::size_t place) {
        if (seen++ % step != 0) return;
        const float* p = positions + 3 * place;
        const Vec3d own = toBox(box, {double(p[0]), double(p[1]), double(p[2])});
        near.push_back({{float(own[0]), float(own[1]), float(own[2])}, place < colors.size() ? colors[place] : packed(150, 156, 166)});
    });
    return near;
}

} // namespace rb::viewer3d
