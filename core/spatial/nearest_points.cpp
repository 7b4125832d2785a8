#include "core/spatial/nearest_points.h"

#include <algorithm>
#include <queue>

namespace rb::spatial {
namespace {

struct Open {
    double distanceSquared;
    std::uint32_t node;
    bool operator>(const Open& other) const { return distanceSquared > other.distanceSquared; }
};

struct Nearer {
    std::span<const std::uint32_t> order;
    bool operator()(const Neighbour& a, const Neighbour& b) const {
        if (a.distanceSquared != b.distanceSquared) return a.distanceSquared < b.distanceSquared;
        return order[a.place] < order[b.place];
    }
};

/// Keeps the k nearest of those it is shown, the farthest on top of a heap.
class Nearest {
public:
    Nearest(const PointOctree& octree, const Vec3& point, std::size_t k)
        : m_octree(octree), m_point(point), m_k(k), m_nearer{octree.order()} {}

    bool excludes(const Bounds& bounds) const {
        return m_found.size() == m_k && distanceSquared(m_point, bounds) > m_found.front().distanceSquared;
    }

    void lookAt(const OctreeNode& node) {
        constexpr std::size_t kBlock = PointOctree::kBlockPoints;
        for (std::size_t block = node.first / kBlock; block * kBlock < node.ownEnd; ++block) {
            if (excludes(m_octree.blocks()[block])) continue;
            const std::size_t first = std::max<std::size_t>(node.first, block * kBlock);
            const std::size_t end = std::min<std::size_t>(node.ownEnd, (block + 1) * kBlock);
            for (std::size_t place = first; place < end; ++place) offer(static_cast<std::uint32_t>(place));
        }
    }

    std::vector<Neighbour> sorted() && {
        std::sort_heap(m_found.begin(), m_found.end(), m_nearer);
        return std::move(m_found);
    }

private:
    void offer(std::uint32_t place) {
        const Neighbour offered{place, distanceSquared(m_point, &m_octree.positions()[std::size_t{3} * place])};
        if (m_found.size() == m_k) {
            if (!m_nearer(offered, m_found.front())) return;
            std::pop_heap(m_found.begin(), m_found.end(), m_nearer);
            m_found.pop_back();
        }
        m_found.push_back(offered);
        std::push_heap(m_found.begin(), m_found.end(), m_nearer);
    }

    const PointOctree& m_octree;
    Vec3 m_point;
    std::size_t m_k;
    Nearer m_nearer;
    std::vector<Neighbour> m_found;
};

} // namespace

std::vector<Neighbour> nearest(const PointOctree& octree, const Vec3& point, std::size_t k) {
    if (octree.size() == 0 || k == 0) return {};
    const auto nodes = octree.nodes();
    Nearest found(octree, point, std::min(k, octree.size()));
    std::priority_queue<Open, std::vector<Open>, std::greater<>> open;
    open.push({0, 0});
    while (!open.empty()) {
        const OctreeNode& node = nodes[open.top().node];
        open.pop();
        if (found.excludes(node.bounds)) break;
        found.lookAt(node);
        for (const std::uint32_t child : node.children)
            if (child != OctreeNode::kNone) open.push({distanceSquared(point, nodes[child].bounds), child});
    }
    return std::move(found).sorted();
}

} // namespace rb::spatial
