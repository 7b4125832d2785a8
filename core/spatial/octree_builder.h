#pragma once

#include "core/spatial/morton_order.h"

namespace rb::spatial {

/// Cuts points in Morton order into nodes, level by level, and moves each inner node's own points to its front.
/// The nodes' bounds are left for who has the positions.
class OctreeBuilder {
public:
    /// Rearranges `points` in place; they must outlive the builder.
    OctreeBuilder(MortonOrder& points, const OctreeOptions& options);

    /// Nodes in breadth-first order. Fails when stopped.
    Result<std::vector<OctreeNode>> build(const std::stop_token& stop);

private:
    /// How finely a node's points are sampled.
    struct Sampling {
        int level = 0;              ///< of the grid's cells
        std::size_t cells = 0;      ///< of that level with points in them
        double dimension = 2;       ///< of what the points lie on: 1 a line, 2 a surface, 3 a volume
    };
    using Children = std::vector<OctreeNode>;

    Children split(OctreeNode& node);
    Sampling samplingFor(const OctreeNode& node, std::size_t wanted) const;
    std::vector<std::uint32_t> chosen(const OctreeNode& node, const Sampling& sampling, std::size_t wanted) const;
    void moveToFront(OctreeNode& node, const std::vector<std::uint32_t>& places);
    Children childrenOf(const OctreeNode& node) const;
    float spacing(const Sampling& sampling, std::size_t points) const;

    MortonOrder& m_points;
    std::size_t m_leafPoints;
    std::size_t m_samplePoints;
    int m_threads;
};

} // namespace rb::spatial
