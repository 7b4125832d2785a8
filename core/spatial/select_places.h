#pragma once

#include "core/spatial/convex_region.h"
#include "core/spatial/parallel.h"
#include "core/spatial/point_selection.h"

#include <concepts>

namespace rb::spatial {

/// A part of space that knows of boxes whether they lie in it; `sideOf` must never contradict `contains`.
template <typename Region>
concept SpaceRegion = requires(const Region& region, const Bounds& bounds, const float* point) {
    { region.sideOf(bounds) } -> std::same_as<Side>;
    { region.contains(point) } -> std::same_as<bool>;
};

/// Places [first, end), some of which may be selected.
struct PlaceRange {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};

/// Selects all points of nodes that lie in the region, and returns the own points of those that lie partly in it.
template <SpaceRegion Region>
std::vector<PlaceRange> selectWholeNodes(const PointOctree& octree, const Region& region, PointSelection& selection) {
    std::vector<PlaceRange> partly;
    std::vector<std::uint32_t> open;
    if (octree.size() > 0) open.push_back(0);
    while (!open.empty()) {
        const OctreeNode& node = octree.nodes()[open.back()];
        open.pop_back();
        const Side side = region.sideOf(node.bounds);
        if (side == Side::Inside) selection.setRange(node.first, node.end);
        if (side != Side::Partly) continue;
        partly.push_back({node.first, node.ownEnd});
        for (const std::uint32_t child : node.children)
            if (child != OctreeNode::kNone) open.push_back(child);
    }
    return partly;
}

/// Looks at the points of a range, block by block. Several threads may do so for ranges that share a word.
template <SpaceRegion Region>
void selectPoints(const PointOctree& octree, const Region& region, PlaceRange range, PointSelection& selection) {
    constexpr std::size_t kBlock = PointOctree::kBlockPoints;
    static_assert(kBlock == PointSelection::kWordBits);
    for (std::size_t block = range.first / kBlock; block * kBlock < range.end; ++block) {
        const Side side = region.sideOf(octree.blocks()[block]);
        if (side == Side::Outside) continue;
        const std::size_t start = block * kBlock;
        const std::size_t first = std::max<std::size_t>(range.first, start) - start;
        const std::size_t end = std::min<std::size_t>(range.end, start + kBlock) - start;
        std::uint64_t bits = 0;
        for (std::size_t i = first; i < end; ++i) {
            const bool in = side == Side::Inside || region.contains(&octree.positions()[3 * (start + i)]);
            bits |= static_cast<std::uint64_t>(in) << i;
        }
        if (bits != 0) std::atomic_ref(selection.words()[block]).fetch_or(bits, std::memory_order_relaxed);
    }
}

/// The places of all points in the region.
template <SpaceRegion Region>
PointSelection selectPlaces(const PointOctree& octree, const Region& region, int threads) {
    constexpr std::size_t kWorthAThread = 65536; // points that take longer than a thread's start
    PointSelection selection(octree.size());
    const std::vector<PlaceRange> partly = selectWholeNodes(octree, region, selection);
    std::size_t points = 0;
    for (const PlaceRange& range : partly) points += range.end - range.first;
    const int useful = std::min(threadCount(threads), static_cast<int>(1 + points / kWorthAThread));
    forEachTask(partly.size(), useful, [&](std::size_t i) { selectPoints(octree, region, partly[i], selection); });
    return selection;
}

} // namespace rb::spatial
