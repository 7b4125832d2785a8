#include "core/spatial/point_octree.h"

#include "core/spatial/octree_builder.h"
#include "core/spatial/parallel.h"

#include <algorithm>

namespace rb::spatial {
namespace {

Bounds boundsOfPlaces(std::span<const float> positions, std::size_t first, std::size_t end) {
    Bounds bounds;
    std::copy_n(positions.begin() + static_cast<std::ptrdiff_t>(3 * first), 3, bounds.min.begin());
    bounds.max = bounds.min;
    for (std::size_t i = 3 * first; i < 3 * end; i += 3) {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            bounds.min[axis] = std::min(bounds.min[axis], positions[i + axis]);
            bounds.max[axis] = std::max(bounds.max[axis], positions[i + axis]);
        }
    }
    return bounds;
}

void include(Bounds& bounds, const Bounds& other) {
    for (std::size_t axis = 0; axis < 3; ++axis) {
        bounds.min[axis] = std::min(bounds.min[axis], other.min[axis]);
        bounds.max[axis] = std::max(bounds.max[axis], other.max[axis]);
    }
}

void setBounds(std::vector<OctreeNode>& nodes, std::span<const float> positions, int threads) {
    forEachTask(nodes.size(), threads, [&](std::size_t i) {
        nodes[i].bounds = boundsOfPlaces(positions, nodes[i].first, nodes[i].ownEnd);
    });
    // Children come after their parent.
    for (std::size_t i = nodes.size(); i-- > 0;)
        for (const std::uint32_t child : nodes[i].children)
            if (child != OctreeNode::kNone) include(nodes[i].bounds, nodes[child].bounds);
}

std::vector<Bounds> blockBounds(std::span<const float> positions, int threads) {
    const std::size_t points = positions.size() / 3;
    std::vector<Bounds> blocks((points + PointOctree::kBlockPoints - 1) / PointOctree::kBlockPoints);
    inParts(blocks.size(), threads, [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t b = begin; b < end; ++b)
            blocks[b] = boundsOfPlaces(positions, b * PointOctree::kBlockPoints,
                                       std::min(points, (b + 1) * PointOctree::kBlockPoints));
    });
    return blocks;
}

std::vector<float> inOrder(std::span<const float> positions, std::span<const std::uint32_t> order, int threads) {
    std::vector<float> sorted(positions.size());
    inParts(order.size(), threads, [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t i = begin; i < end; ++i)
            std::copy_n(&positions[std::size_t{3} * order[i]], 3, &sorted[3 * i]);
    });
    return sorted;
}

} // namespace

Result<std::shared_ptr<const PointOctree>> PointOctree::build(std::span<const float> positions,
                                                              const OctreeOptions& options, std::stop_token stop) {
    if (positions.size() % 3 != 0)
        return Error{ErrorCode::InvalidArgument, "A cloud's positions must be x, y and z of every point."};
    if (positions.size() / 3 >= OctreeNode::kNone)
        return Error{ErrorCode::TooLarge, "The cloud has more than 4 294 967 294 points; thin it before opening it."};
    auto octree = std::make_shared<PointOctree>();
    if (positions.empty()) return std::shared_ptr<const PointOctree>(octree);
    const auto bounds = boundsOf(positions, options.threads);
    if (!bounds) return bounds.error();
    auto points = mortonOrder(positions, *bounds, options.threads, stop);
    if (!points) return points.error();
    auto nodes = OctreeBuilder(*points, options).build(stop);
    if (!nodes) return nodes.error();
    points->codes = {}; // their memory is wanted for the positions
    octree->m_nodes = std::move(*nodes);
    octree->m_order = std::move(points->order);
    octree->m_positions = inOrder(positions, octree->m_order, options.threads);
    octree->m_blocks = blockBounds(octree->m_positions, options.threads);
    setBounds(octree->m_nodes, octree->m_positions, options.threads);
    return std::shared_ptr<const PointOctree>(octree);
}

} // namespace rb::spatial
