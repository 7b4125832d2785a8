#include "viewer3d/lod/visible_nodes.h"

#include <algorithm>
#include <queue>

namespace rb::viewer3d {
namespace {

struct Candidate {
    double size; ///< pixels in the view
    std::uint32_t node;
};

// The larger first; of equals the one that comes first in the octree.
struct Later {
    bool operator()(const Candidate& a, const Candidate& b) const { return a.size != b.size ? a.size < b.size : a.node > b.node; }
};

struct Reach {
    Vec3d centre;
    double radius;
};

Reach reachOf(const spatial::Bounds& bounds) {
    Vec3d centre{}, half{};
    for (std::size_t k = 0; k < 3; ++k) {
        centre[k] = (double(bounds.min[k]) + double(bounds.max[k])) / 2;
        half[k] = (double(bounds.max[k]) - double(bounds.min[k])) / 2;
    }
    return {centre, length(half)};
}

/// Pixels that a length spans at the near side of a node.
double pixelsAt(const Projection& projection, const Reach& reach, double size) {
    const double distance = projection.distanceOf(reach.centre) - reach.radius;
    const double nearest = projection.camera().parallel ? distance : std::max(distance, projection.clip().near);
    return size / projection.unitsPerPixel(nearest);
}

} // namespace

Frustum::Frustum(const Projection& projection) {
    const Mat4& m = projection.viewProjection();
    for (std::size_t k = 0; k < 4; ++k) {
        m_planes[0][k] = m[12 + k] + m[k];
        m_planes[1][k] = m[12 + k] - m[k];
        m_planes[2][k] = m[12 + k] + m[4 + k];
        m_planes[3][k] = m[12 + k] - m[4 + k];
    }
}

bool Frustum::meets(const spatial::Bounds& bounds) const {
    for (const auto& plane : m_planes) {
        double farthest = plane[3];
        for (std::size_t k = 0; k < 3; ++k)
            farthest += std::max(plane[k] * double(bounds.min[k]), plane[k] * double(bounds.max[k]));
        if (farthest < 0) return false;
    }
    return true;
}

NodeChoice visibleNodes(const spatial::PointOctree& octree, const Projection& projection, const DetailOptions& options) {
    NodeChoice choice;
    choice.complete = true;
    const auto nodes = octree.nodes();
    const Frustum frustum(projection);
    std::priority_queue<Candidate, std::vector<Candidate>, Later> queue;
    const auto push = [&](std::uint32_t index) {
        const Reach reach = reachOf(nodes[index].bounds);
        if (frustum.meets(nodes[index].bounds)) queue.push({pixelsAt(projection, reach, 2 * reach.radius), index});
    };
    if (!nodes.empty()) push(0);
    while (!queue.empty()) {
        const std::uint32_t index = queue.top().node;
        queue.pop();
        const spatial::OctreeNode& node = nodes[index];
        const std::size_t own = node.ownEnd - node.first;
        if (choice.points + own > options.points && !choice.nodes.empty()) {
            choice.complete = false;
            break;
        }
        choice.nodes.push_back(index);
        choice.points += own;
        if (pixelsAt(projection, reachOf(node.bounds), double(node.spacing)) < options.finest) continue;
        for (const std::uint32_t child : node.children)
            if (child != spatial::OctreeNode::kNone) push(child);
    }
    return choice;
}

} // namespace rb::viewer3d
