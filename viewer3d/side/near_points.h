#pragma once

#include "viewer3d/side/side_view.h"

namespace rb::viewer3d {

/// The points in the box made `times` as large, in the box's own axes; at most about `most` of them, evenly from coarse
/// and fine nodes. `colors` are in the octree's order and may be empty.
std::vector<NearPoint> nearPoints(const spatial::PointOctree& octree, std::span<const std::uint32_t> colors, const geometry::Box3& box,
                                  double times, std::size_t most);

} // namespace rb::viewer3d
