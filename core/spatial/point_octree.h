#pragma once

#include "core/base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace rb::spatial {

using Vec3 = std::array<float, 3>;

/// Axis-aligned, both ends inclusive.
struct Bounds {
    Vec3 min{};
    Vec3 max{};
};

/// A cube of space. Its own points are a spread-out sample of all points in it; the others lie in its children, so that
/// drawing a node and then its children only adds points (an additive level of detail, as in Potree; Schütz 2016).
struct OctreeNode {
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

    Bounds bounds;                                 ///< tight around all points of the node and below it
    std::uint32_t first = 0;                       ///< its own points are [first, ownEnd) in the octree's order
    std::uint32_t ownEnd = 0;
    std::uint32_t end = 0;                         ///< its own and all points below it are [first, end)
    std::array<std::uint32_t, 8> children{kNone, kNone, kNone, kNone, kNone, kNone, kNone, kNone};
    float spacing = 0;                             ///< about the distance between its own points, in the cloud's units
    std::uint8_t level = 0;                        ///< 0 at the root
};

struct OctreeOptions {
    std::uint32_t leafPoints = 4096;               ///< a node with fewer points has no children
    std::uint32_t samplePoints = 8192;             ///< about how many own points an inner node keeps
    int threads = 0;                               ///< 0: as many as the machine has cores
};

/// Points sorted depth first, so that a node with all below it is one contiguous range. Immutable once built: any
/// number of threads may read it. Deterministic: the same points give the same order, whatever the number of threads.
class PointOctree {
public:
    /// Copies `positions` ([N, 3], finite). Fails when stopped, or with more than 2^32 - 2 points. No points: no nodes.
    static Result<std::shared_ptr<const PointOctree>> build(std::span<const float> positions, const OctreeOptions& options = {},
                                                            std::stop_token stop = {});

    std::size_t size() const { return m_order.size(); }
    /// nodes()[0] is the root; children come after their parent.
    std::span<const OctreeNode> nodes() const { return m_nodes; }
    /// x y z in the octree's order, [N, 3].
    std::span<const float> positions() const { return m_positions; }
    /// Place in the octree's order -> index in the positions that were given.
    std::span<const std::uint32_t> order() const { return m_order; }
    Bounds bounds() const { return m_nodes.empty() ? Bounds{} : m_nodes.front().bounds; }

    /// So many consecutive places share a block; one word of a PointSelection is one block.
    static constexpr std::size_t kBlockPoints = 64;
    /// Tight bounds of every block: places [64 b, 64 b + 64). They spare queries most points of a node.
    std::span<const Bounds> blocks() const { return m_blocks; }

private:
    std::vector<OctreeNode> m_nodes;
    std::vector<float> m_positions;
    std::vector<std::uint32_t> m_order;
    std::vector<Bounds> m_blocks;
};

} // namespace rb::spatial
