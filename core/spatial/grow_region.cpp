#include "core/spatial/grow_region.h"

#include "core/spatial/neighbour_grid.h"

#include <cmath>
#include <numeric>

namespace rb::spatial {
namespace {

/// Which points are like the seed, and like their neighbour.
class Likeness {
public:
    Likeness(const PointOctree& octree, const PointAttributes& attributes, std::uint32_t seed,
             const GrowOptions& options)
        : m_order(octree.order()), m_attributes(attributes), m_seed(seed),
          m_toleranceSquared(options.colorTolerance * options.colorTolerance),
          m_leastCosine(std::cos(options.normalAngle)), m_anyNormal(options.normalAngle >= std::numbers::pi / 2) {}

    bool hasSeedsColor(std::uint32_t place) const {
        if (m_attributes.colors.empty()) return true;
        const std::uint8_t *a = valuesOf(m_attributes.colors, place), *b = valuesOf(m_attributes.colors, m_seed);
        const int red = a[0] - b[0], green = a[1] - b[1], blue = a[2] - b[2];
        return red * red + green * green + blue * blue <= m_toleranceSquared;
    }

    bool liesAlong(std::uint32_t place, std::uint32_t neighbour) const {
        if (m_attributes.normals.empty() || m_anyNormal) return true;
        const float *a = valuesOf(m_attributes.normals, place), *b = valuesOf(m_attributes.normals, neighbour);
        return std::abs(static_cast<double>(std::inner_product(a, a + 3, b, 0.0F))) >= m_leastCosine;
    }

private:
    template <typename T>
    const T* valuesOf(std::span<const T> values, std::uint32_t place) const {
        return &values[std::size_t{3} * m_order[place]];
    }

    std::span<const std::uint32_t> m_order;
    PointAttributes m_attributes;
    std::uint32_t m_seed;
    double m_toleranceSquared;
    double m_leastCosine;
    bool m_anyNormal;
};

Status checked(const PointOctree& octree, const PointAttributes& attributes, std::uint32_t seed) {
    const auto fits = [&](std::size_t values) { return values == 0 || values == 3 * octree.size(); };
    if (seed >= octree.size())
        return Error{ErrorCode::InvalidArgument, "The region cannot grow from point " + std::to_string(seed) +
                                                     ": the cloud has " + std::to_string(octree.size()) + " points."};
    if (!fits(attributes.colors.size()) || !fits(attributes.normals.size()))
        return Error{ErrorCode::InvalidArgument, "The colours or normals are not those of the cloud: there must be one a point."};
    return {};
}

} // namespace

Result<PointSelection> growRegion(const PointOctree& octree, const PointAttributes& attributes, std::uint32_t seed,
                                  const GrowOptions& options) {
    if (const Status status = checked(octree, attributes, seed); !status) return status.error();
    NeighbourGrid grid(octree, linkDistance(octree, options.maxDistance));
    const Likeness likeness(octree, attributes, seed, options);
    PointSelection region(octree.size());
    if (options.maxPoints == 0) return region;
    region.set(seed);
    std::size_t reached = 1, asked = 0;
    bool stopped = options.stop.stop_requested();
    grid.follow(seed, [&](std::uint32_t from, std::uint32_t place) {
        stopped = stopped || (++asked % 4096 == 0 && options.stop.stop_requested());
        if (stopped || reached == options.maxPoints) return Step::Stop;
        if (!likeness.hasSeedsColor(place)) return Step::Drop;
        if (!likeness.liesAlong(place, from)) return Step::Leave;
        region.set(place);
        ++reached;
        return Step::Follow;
    });
    if (stopped) return Error{ErrorCode::Cancelled, "Growing the region was stopped."};
    return region;
}

} // namespace rb::spatial
