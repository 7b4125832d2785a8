#include "core/spatial/pick_point.h"

#include <algorithm>
#include <queue>
#include <tuple>

namespace rb::spatial {
namespace {

struct Candidate {
    std::uint32_t place = 0;
    double pixelsSquared = 0; ///< from the cursor
    double depth = 0;
};

struct Open {
    double depth;
    std::uint32_t node;
    bool operator>(const Open& other) const { return depth > other.depth; }
};

/// Walks through the cone under the cursor from front to back, until no node can have a point of the front surface.
class Pick {
public:
    Pick(const PointOctree& octree, const ScreenView& view, geometry::Point2 pixel, double radius)
        : m_octree(octree), m_projection(view), m_pixel(pixel), m_radius(radius),
          m_cone(m_projection.frustumOf({pixel.x - radius - kRounding, pixel.y - radius - kRounding, 2 * (radius + kRounding),
                                         2 * (radius + kRounding)})) {}

    std::optional<PickedPoint> find() {
        std::priority_queue<Open, std::vector<Open>, std::greater<>> open;
        const auto consider = [&](std::uint32_t node) {
            const Bounds& bounds = m_octree.nodes()[node].bounds;
            if (m_cone.sideOf(bounds) != Side::Outside) open.push({m_projection.nearestDepth(bounds), node});
        };
        if (m_octree.size() > 0) consider(0);
        while (!open.empty() && open.top().depth <= m_limit) {
            const OctreeNode& node = m_octree.nodes()[open.top().node];
            open.pop();
            lookAt(node);
            for (const std::uint32_t child : node.children)
                if (child != OctreeNode::kNone) consider(child);
        }
        return best();
    }

private:
    static constexpr double kRounding = 1e-6; // pixels

    void lookAt(const OctreeNode& node) {
        constexpr std::size_t kBlock = PointOctree::kBlockPoints;
        for (std::size_t block = node.first / kBlock; block * kBlock < node.ownEnd; ++block) {
            const Bounds& bounds = m_octree.blocks()[block];
            if (m_projection.nearestDepth(bounds) > m_limit) continue;
            if (m_cone.sideOf(bounds) == Side::Outside) continue;
            const std::size_t first = std::max<std::size_t>(node.first, block * kBlock);
            const std::size_t end = std::min<std::size_t>(node.ownEnd, (block + 1) * kBlock);
            for (std::size_t place = first; place < end; ++place) offer(static_cast<std::uint32_t>(place));
        }
    }

    void offer(std::uint32_t place) {
        const float* point = &m_octree.positions()[std::size_t{3} * place];
        if (!m_cone.contains(point) || m_projection.isBehind(point)) return;
        const ScreenPoint at = m_projection(point);
        const double dx = at.x - m_pixel.x, dy = at.y - m_pixel.y;
        const double pixelsSquared = dx * dx + dy * dy;
        if (pixelsSquared > m_radius * m_radius || at.depth > m_limit) return;
        m_candidates.push_back({place, pixelsSquared, at.depth});
        m_limit = std::min(m_limit, at.depth + 2 * m_radius * m_projection.pixelSize(at.depth));
    }

    std::optional<PickedPoint> best() const {
        const auto rank = [&](const Candidate& candidate) {
            return std::tuple(candidate.depth > m_limit, candidate.pixelsSquared, candidate.depth,
                              m_octree.order()[candidate.place]);
        };
        const auto found = std::min_element(m_candidates.begin(), m_candidates.end(),
                                            [&](const Candidate& a, const Candidate& b) { return rank(a) < rank(b); });
        if (found == m_candidates.end()) return std::nullopt;
        const float* point = &m_octree.positions()[std::size_t{3} * found->place];
        return PickedPoint{found->place, m_octree.order()[found->place], {point[0], point[1], point[2]}, found->depth};
    }

    const PointOctree& m_octree;
    Projection m_projection;
    geometry::Point2 m_pixel;
    double m_radius;
    ConvexRegion m_cone;
    double m_limit = std::numeric_limits<double>::infinity(); // depth behind which nothing is of the front surface
    std::vector<Candidate> m_candidates;
};

} // namespace

std::optional<PickedPoint> pickPoint(const PointOctree& octree, const ScreenView& view, geometry::Point2 pixel,
                                     double radius) {
    return Pick(octree, view, pixel, radius).find();
}

} // namespace rb::spatial
