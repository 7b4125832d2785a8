#include "core/geometry/point_groups.h"

#include <algorithm>
#include <limits>

#include <nanoflann.hpp>

namespace rb::geometry {
namespace {

/// x, y and z apart, so that the loop over distances vectorises.
struct Axes {
    std::vector<float> x, y, z;
    explicit Axes(std::span<const float> positions) : x(positions.size() / 3), y(x.size()), z(x.size()) {
        for (std::size_t i = 0; i < x.size(); ++i) {
            x[i] = positions[3 * i];
            y[i] = positions[3 * i + 1];
            z[i] = positions[3 * i + 2];
        }
    }
};

void lowerDistances(const Axes& axes, std::size_t centre, std::vector<float>& distances) {
    const float cx = axes.x[centre], cy = axes.y[centre], cz = axes.z[centre];
    const std::size_t count = distances.size();
    const float *x = axes.x.data(), *y = axes.y.data(), *z = axes.z.data();
    float* out = distances.data();
#pragma omp simd
    for (std::size_t i = 0; i < count; ++i) {
        const float dx = x[i] - cx, dy = y[i] - cy, dz = z[i] - cz;
        const float distance = dx * dx + dy * dy + dz * dz;
        out[i] = distance < out[i] ? distance : out[i];
    }
}

/// What nanoflann asks of a point set.
struct PointSet {
    std::span<const float> positions;
    std::size_t kdtree_get_point_count() const { return positions.size() / 3; }
    float kdtree_get_pt(std::size_t index, std::size_t axis) const { return positions[3 * index + axis]; }
    template <class Box>
    bool kdtree_get_bbox(Box&) const {
        return false;
    }
};

using Tree = nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Simple_Adaptor<float, PointSet>, PointSet, 3, std::size_t>;

} // namespace

std::vector<std::int64_t> farthestPointSampling(std::span<const float> positions, std::size_t count) {
    std::vector<std::int64_t> chosen;
    if (positions.empty()) return chosen;
    const Axes axes(positions);
    std::vector<float> distances(positions.size() / 3, std::numeric_limits<float>::max());
    std::size_t current = 0;
    for (std::size_t i = 0; i < count; ++i) {
        chosen.push_back(static_cast<std::int64_t>(current));
        lowerDistances(axes, current, distances);
        current = static_cast<std::size_t>(std::max_element(distances.begin(), distances.end()) - distances.begin());
    }
    return chosen;
}

std::vector<std::int64_t> nearestNeighbours(std::span<const float> positions, std::span<const float> centres,
                                            std::size_t k) {
    std::vector<std::int64_t> result;
    if (positions.empty()) return result;
    const PointSet points{positions};
    const Tree tree(3, points, nanoflann::KDTreeSingleIndexAdaptorParams(16));
    std::vector<std::size_t> found(k);
    std::vector<float> distances(k);
    for (std::size_t c = 0; c < centres.size(); c += 3) {
        const std::size_t count = tree.knnSearch(centres.data() + c, k, found.data(), distances.data());
        for (std::size_t i = 0; i < k; ++i) result.push_back(static_cast<std::int64_t>(found[i % count]));
    }
    return result;
}

} // namespace rb::geometry
