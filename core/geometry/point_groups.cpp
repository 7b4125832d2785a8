#include "core/geometry/point_groups.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <thread>

#include <nanoflann.hpp>

namespace rb::geometry {
namespace {

constexpr std::size_t kBucket = 64;

/// Points that lie together in buckets of 64, each with its bounds and its farthest point, so that a new centre need
/// look only at buckets that it may be near to (as QuickFPS does; Han et al. 2023). Skipping loses nothing, rounding
/// included: no float distance to a point is below the float distance to its bounds.
class Buckets {
public:
    explicit Buckets(std::span<const float> positions) {
        for (const std::uint32_t point : inCells(positions)) append(positions, point);
        m_distances.assign(m_points.size(), std::numeric_limits<float>::max());
        m_near.resize(m_farthest.size());
        for (std::size_t bucket = 0; bucket < m_farthest.size(); ++bucket) findFarthest(bucket);
    }

    /// Lowers the distances by those from a new centre.
    void addCentre(float x, float y, float z) {
        findNear(x, y, z);
        for (std::size_t bucket = 0; bucket < m_near.size(); ++bucket) {
            if (!(m_near[bucket] < m_farthest[bucket].distance)) continue;
            lowerDistances(bucket, x, y, z);
            findFarthest(bucket);
        }
    }

    /// The point that is farthest from all centres, of equally far ones the first.
    std::uint32_t farthest() const {
        const Farthest* best = &m_farthest.front();
        for (const Farthest& other : m_farthest)
            if (std::pair(-other.distance, other.point) < std::pair(-best->distance, best->point)) best = &other;
        return best->point;
    }

private:
    struct Farthest {
        float distance = 0;
        std::uint32_t point = 0;
    };
    struct Axis {
        std::vector<float> values, low, high; // of points; of buckets
    };

    /// All points, cell by cell of a grid, so that neighbours come together (Morton 1966).
    static std::vector<std::uint32_t> inCells(std::span<const float> positions) {
        constexpr std::uint32_t kPerAxis = 32, kCells = kPerAxis * kPerAxis * kPerAxis;
        std::array<float, 3> low{positions[0], positions[1], positions[2]}, high = low;
        for (std::size_t i = 0; i < positions.size(); ++i) {
            low[i % 3] = std::min(low[i % 3], positions[i]);
            high[i % 3] = std::max(high[i % 3], positions[i]);
        }
        const float extent = std::max({high[0] - low[0], high[1] - low[1], high[2] - low[2]});
        const float scale = extent > 0 ? kPerAxis / extent : 0;
        std::vector<std::uint32_t> cells(positions.size() / 3), starts(kCells + 1), order(cells.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            for (std::size_t axis = 0; axis < 3; ++axis) {
                const float at = (positions[3 * i + axis] - low[axis]) * scale;
                const auto along = static_cast<std::uint32_t>(at >= 0 ? std::min(at, kPerAxis - 1.0F) : 0);
                for (std::uint32_t bit = 0; bit < 5; ++bit) cells[i] |= (along >> bit & 1U) << (3 * bit + axis);
            }
            ++starts[cells[i] + 1];
        }
        std::partial_sum(starts.begin(), starts.end(), starts.begin());
        for (std::size_t i = 0; i < cells.size(); ++i) order[starts[cells[i]]++] = static_cast<std::uint32_t>(i);
        return order;
    }

    void append(std::span<const float> positions, std::uint32_t point) {
        const bool first = m_points.size() % kBucket == 0;
        m_points.push_back(point);
        if (first) m_farthest.emplace_back();
        for (std::size_t i = 0; i < 3; ++i) {
            Axis& axis = m_axes[i];
            const float value = positions[std::size_t{3} * point + i];
            axis.values.push_back(value);
            if (first) {
                axis.low.push_back(value);
                axis.high.push_back(value);
            }
            axis.low.back() = std::min(axis.low.back(), value);
            axis.high.back() = std::max(axis.high.back(), value);
        }
    }

    /// Distances of a place from the bounds of all buckets.
    void findNear(float x, float y, float z) {
        const float *lowX = m_axes[0].low.data(), *lowY = m_axes[1].low.data(), *lowZ = m_axes[2].low.data();
        const float *highX = m_axes[0].high.data(), *highY = m_axes[1].high.data(), *highZ = m_axes[2].high.data();
        const auto beyond = [](float low, float high, float at) { return std::max(std::max(low - at, at - high), 0.0F); };
        float* out = m_near.data();
        const std::size_t count = m_near.size();
#pragma omp simd
        for (std::size_t i = 0; i < count; ++i) {
            const float dx = beyond(lowX[i], highX[i], x), dy = beyond(lowY[i], highY[i], y);
            const float dz = beyond(lowZ[i], highZ[i], z);
            out[i] = dx * dx + dy * dy + dz * dz;
        }
    }

    void lowerDistances(std::size_t bucket, float cx, float cy, float cz) {
        const std::size_t start = bucket * kBucket, count = std::min(kBucket, m_points.size() - start);
        const float *x = &m_axes[0].values[start], *y = &m_axes[1].values[start], *z = &m_axes[2].values[start];
        float* out = &m_distances[start];
#pragma omp simd
        for (std::size_t i = 0; i < count; ++i) {
            const float dx = x[i] - cx, dy = y[i] - cy, dz = z[i] - cz;
            const float distance = dx * dx + dy * dy + dz * dz;
            out[i] = distance < out[i] ? distance : out[i];
        }
    }

    void findFarthest(std::size_t bucket) {
        const std::size_t start = bucket * kBucket, count = std::min(kBucket, m_points.size() - start);
        const float* distances = &m_distances[start];
        float farthest = distances[0];
#pragma omp simd reduction(max : farthest)
        for (std::size_t i = 0; i < count; ++i) farthest = distances[i] > farthest ? distances[i] : farthest;
        std::uint32_t point = std::numeric_limits<std::uint32_t>::max();
        for (std::size_t i = 0; i < count; ++i)
            if (distances[i] == farthest) point = std::min(point, m_points[start + i]);
        m_farthest[bucket] = {farthest, point};
    }

    std::array<Axis, 3> m_axes;
    std::vector<std::uint32_t> m_points;  // index of each
    std::vector<float> m_distances;       // squared, to the nearest centre
    std::vector<Farthest> m_farthest;     // of each bucket
    std::vector<float> m_near;
};

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
    Buckets buckets(positions);
    std::size_t current = 0;
    for (std::size_t i = 0; i < count; ++i) {
        chosen.push_back(static_cast<std::int64_t>(current));
        buckets.addCentre(positions[3 * current], positions[3 * current + 1], positions[3 * current + 2]);
        current = buckets.farthest();
    }
    return chosen;
}

std::vector<std::int64_t> nearestNeighbours(std::span<const float> positions, std::span<const float> centres,
                                            std::size_t k) {
    std::vector<std::int64_t> result;
    if (positions.empty() || k == 0) return result;
    const PointSet points{positions};
    const Tree tree(3, points, nanoflann::KDTreeSingleIndexAdaptorParams(16));
    result.resize(centres.size() / 3 * k);
    const auto search = [&](std::size_t begin, std::size_t end) {
        std::vector<std::size_t> found(k);
        std::vector<float> distances(k);
        for (std::size_t c = begin; c < end; ++c) {
            const std::size_t count = tree.knnSearch(&centres[3 * c], k, found.data(), distances.data());
            for (std::size_t i = 0; i < k; ++i) result[c * k + i] = static_cast<std::int64_t>(found[i % count]);
        }
    };
    // A thread pays for a hundred searches or more.
    const std::size_t count = centres.size() / 3, cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t parts = std::clamp<std::size_t>(count / 100, 1, cores);
    std::vector<std::jthread> others;
    for (std::size_t part = 1; part < parts; ++part)
        others.emplace_back(search, count * part / parts, count * (part + 1) / parts);
    search(0, count / parts);
    others.clear();
    return result;
}

} // namespace rb::geometry
