#pragma once

#include "viewer3d/camera/projection.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rb::viewer3d {

struct DetailOptions {
    std::size_t points = 3'000'000; ///< nodes are taken until the next would pass it
    double finest = 0.7;            ///< pixels between neighbours in the view; nodes below a node as fine as this are left out
};

/// The nodes to draw, coarse and large ones first. Each node comes after its parent; the order depends on the
/// camera alone, so that with more `points` the same list only grows (Potree; Schütz 2016, section 3.3).
struct NodeChoice {
    std::vector<std::uint32_t> nodes;
    std::size_t points = 0;  ///< own points of these nodes
    bool complete = false;   ///< nothing was left out for want of points
};
NodeChoice visibleNodes(const spatial::PointOctree& octree, const Projection& projection, const DetailOptions& options);

/// The half spaces that a view is bounded by, near and far left out: what lies there is still drawn by the clip range.
class Frustum {
public:
    explicit Frustum(const Projection& projection);
    /// False only for boxes that no point of the view meets.
    bool meets(const spatial::Bounds& bounds) const;

private:
    std::array<std::array<double, 4>, 4> m_planes{}; ///< left, right, bottom, top; inside is positive
};

} // namespace rb::viewer3d
