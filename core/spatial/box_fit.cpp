#include "core/spatial/box_fit.h"

#include "core/spatial/minimum_rectangle.h"
#include "core/spatial/neighbour_grid.h"
#include "core/spatial/region_queries.h"

#include <algorithm>
#include <cmath>

namespace rb::spatial {
namespace {

/// Grows the base until rounding leaves no point outside.
void growForRounding(geometry::Box3& box) {
    const double farthest = std::max(std::abs(box.center[0]), std::abs(box.center[1])) + box.size[0] + box.size[1];
    const double rounding = 16 * std::numeric_limits<double>::epsilon() * farthest;
    box.size[0] += rounding;
    box.size[1] += rounding;
}

Bounds boundsOfSelection(const PointOctree& octree, const PointSelection& selection) {
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    Bounds bounds{{kInfinity, kInfinity, kInfinity}, {-kInfinity, -kInfinity, -kInfinity}};
    selection.forEach([&](std::size_t place) {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            bounds.min[axis] = std::min(bounds.min[axis], octree.positions()[3 * place + axis]);
            bounds.max[axis] = std::max(bounds.max[axis], octree.positions()[3 * place + axis]);
        }
    });
    return bounds;
}

/// Finds the sets of linked points one by one.
class Clusters {
public:
    Clusters(const PointOctree& octree, const PointSelection& among, const BoxFitOptions& options)
        : m_grid(octree, linkDistance(octree, options.linkDistance), &among),
          m_left(among), m_stop(options.stop) {}

    /// The places linked to the seed; none when they were taken before.
    std::vector<std::uint32_t> linkedTo(std::uint32_t seed) {
        std::vector<std::uint32_t> linked;
        if (!m_left.contains(seed) || m_stop.stop_requested()) return linked;
        linked.push_back(seed);
        m_left.reset(seed);
        m_grid.follow(seed, [&](std::uint32_t, std::uint32_t place) {
            if (m_stop.stop_requested()) return Step::Stop;
            linked.push_back(place);
            m_left.reset(place);
            return Step::Follow;
        });
        return linked;
    }

private:
    NeighbourGrid m_grid;
    PointSelection m_left;
    std::stop_token m_stop;
};

/// The depth that a tenth of the points does not reach.
double frontDepth(const PointOctree& octree, const Projection& projection, std::span<const std::uint32_t> places) {
    std::vector<double> depths(places.size());
    std::transform(places.begin(), places.end(), depths.begin(), [&](std::uint32_t place) {
        return projection.depthOf(&octree.positions()[std::size_t{3} * place]);
    });
    const auto tenth = depths.begin() + static_cast<std::ptrdiff_t>(depths.size() / 10);
    std::nth_element(depths.begin(), tenth, depths.end());
    return *tenth;
}

} // namespace

Result<geometry::Box3> boxAround(const PointOctree& octree, const PointSelection& selection, BoxTurn turn) {
    if (selection.empty()) return Error{ErrorCode::InvalidArgument, "There is no selected point to put a box around."};
    const Bounds bounds = boundsOfSelection(octree, selection);
    geometry::Box3 box;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        box.center[axis] = (static_cast<double>(bounds.min[axis]) + bounds.max[axis]) / 2;
        box.size[axis] = static_cast<double>(bounds.max[axis]) - bounds.min[axis];
    }
    if (turn == BoxTurn::AxisAligned) return box;
    // About the middle, where coordinates are small and rounding with them.
    const auto baseOf = [&](std::size_t place) {
        const float* point = &octree.positions()[3 * place];
        return geometry::Point2{point[0] - box.center[0], point[1] - box.center[1]};
    };
    Octagon inner;
    selection.forEach([&](std::size_t place) { inner.reachTo(baseOf(place)); });
    std::vector<geometry::Point2> base;
    selection.forEach([&](std::size_t place) {
        if (const geometry::Point2 point = baseOf(place); !inner.holds(point)) base.push_back(point);
    });
    const TurnedRectangle rectangle = minimumRectangle(convexHull(std::move(base)));
    box.center[0] += rectangle.center.x;
    box.center[1] += rectangle.center.y;
    box.size[0] = rectangle.width;
    box.size[1] = rectangle.height;
    box.yaw = rectangle.yaw;
    growForRounding(box);
    return box;
}

Result<FittedBox> fitBox(const PointOctree& octree, const ScreenView& view, const geometry::Box2& pixels,
                         const BoxFitOptions& options) {
    const Projection projection(view);
    const PointSelection shown = pointsInFrustum(octree, projection.frustumOf(pixels, options.depth));
    const auto least = static_cast<std::size_t>(std::ceil(options.leastShare * static_cast<double>(shown.count())));
    Clusters clusters(octree, shown, options);
    std::vector<std::uint32_t> best;
    double bestDepth = std::numeric_limits<double>::infinity();
    shown.forEach([&](std::size_t seed) {
        std::vector<std::uint32_t> linked = clusters.linkedTo(static_cast<std::uint32_t>(seed));
        if (linked.empty() || linked.size() < least) return;
        const double depth = frontDepth(octree, projection, linked);
        if (depth >= bestDepth) return;
        bestDepth = depth;
        best = std::move(linked);
    });
    if (options.stop.stop_requested()) return Error{ErrorCode::Cancelled, "Fitting the box was stopped."};
    if (best.empty())
        return Error{ErrorCode::InvalidArgument,
                     "The rectangle shows no thing with enough points to fit a box to; draw it around one."};
    FittedBox fitted{{}, PointSelection(octree.size())};
    for (const std::uint32_t place : best) fitted.points.set(place);
    const auto box = boxAround(octree, fitted.points, options.turn);
    if (!box) return box.error();
    fitted.box = *box;
    return fitted;
}

} // namespace rb::spatial
