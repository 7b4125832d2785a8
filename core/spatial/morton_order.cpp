#include "core/spatial/morton_order.h"

#include "core/spatial/parallel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace rb::spatial {
namespace {

constexpr int kDigitBits = 9; // 7 passes over 63 bits
constexpr std::size_t kBuckets = std::size_t{1} << kDigitBits;
using Histogram = std::array<std::size_t, kBuckets>;

/// Two zero bits between all bits of a number below 2^21.
std::uint64_t spread(std::uint64_t bits) {
    bits = (bits | bits << 32) & 0x001f00000000ffffULL;
    bits = (bits | bits << 16) & 0x001f0000ff0000ffULL;
    bits = (bits | bits << 8) & 0x100f00f00f00f00fULL;
    bits = (bits | bits << 4) & 0x10c30c30c30c30c3ULL;
    return (bits | bits << 2) & 0x1249249249249249ULL;
}

std::uint64_t cellOf(double offset, double cellsPerUnit) {
    constexpr double kLast = (1 << kMortonLevels) - 1;
    return static_cast<std::uint64_t>(std::min(offset * cellsPerUnit, kLast));
}

class RadixSort {
public:
    RadixSort(MortonOrder& sorted, int threads) : m_from(sorted), m_threads(threads) {
        m_to.codes.resize(sorted.codes.size());
        m_to.order.resize(sorted.order.size());
    }

    void sortBy(int shift) {
        std::vector<Histogram> starts(static_cast<std::size_t>(threadCount(m_threads)));
        const std::size_t count = m_from.codes.size();
        inParts(count, m_threads, [&](std::size_t begin, std::size_t end, std::size_t part) {
            for (std::size_t i = begin; i < end; ++i) ++starts[part][digit(i, shift)];
        });
        if (toStarts(starts)) return;
        inParts(count, m_threads, [&](std::size_t begin, std::size_t end, std::size_t part) {
            Histogram& next = starts[part];
            for (std::size_t i = begin; i < end; ++i) {
                const std::size_t place = next[digit(i, shift)]++;
                m_to.codes[place] = m_from.codes[i];
                m_to.order[place] = m_from.order[i];
            }
        });
        std::swap(m_from.codes, m_to.codes);
        std::swap(m_from.order, m_to.order);
    }

private:
    std::size_t digit(std::size_t i, int shift) const { return (m_from.codes[i] >> shift) & (kBuckets - 1); }

    /// Counts become the places where each part's points of each digit begin. True when all points share one digit.
    bool toStarts(std::vector<Histogram>& histograms) const {
        std::size_t place = 0;
        bool oneDigit = false;
        for (std::size_t bucket = 0; bucket < kBuckets; ++bucket) {
            const std::size_t before = place;
            for (Histogram& histogram : histograms) place += std::exchange(histogram[bucket], place);
            oneDigit = oneDigit || place - before == m_from.codes.size();
        }
        return oneDigit;
    }

    MortonOrder& m_from;
    MortonOrder m_to;
    int m_threads;
};

} // namespace

Result<Bounds> boundsOf(std::span<const float> positions, int threads) {
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    const Bounds none{{kInfinity, kInfinity, kInfinity}, {-kInfinity, -kInfinity, -kInfinity}};
    std::vector<Bounds> found(static_cast<std::size_t>(threadCount(threads)), none);
    std::atomic<bool> finite = true;
    inParts(positions.size() / 3, threads, [&](std::size_t begin, std::size_t end, std::size_t part) {
        Bounds bounds = none;
        float check = 0; // stays 0 unless a coordinate is infinite or not a number
        for (std::size_t i = begin; i < end; ++i) {
            for (std::size_t axis = 0; axis < 3; ++axis) {
                const float value = positions[3 * i + axis];
                check += value * 0.0F;
                bounds.min[axis] = std::min(bounds.min[axis], value);
                bounds.max[axis] = std::max(bounds.max[axis], value);
            }
        }
        if (check != 0) finite = false;
        found[part] = bounds;
    });
    if (!finite)
        return Error{ErrorCode::InvalidArgument, "The cloud has a point whose coordinates are not finite numbers."};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        for (const Bounds& bounds : found) {
            found[0].min[axis] = std::min(found[0].min[axis], bounds.min[axis]);
            found[0].max[axis] = std::max(found[0].max[axis], bounds.max[axis]);
        }
    }
    return found[0];
}

Result<MortonOrder> mortonOrder(std::span<const float> positions, const Bounds& bounds, int threads,
                                const std::stop_token& stop) {
    const std::size_t count = positions.size() / 3;
    MortonOrder result{std::vector<std::uint64_t>(count), std::vector<std::uint32_t>(count)};
    for (std::size_t axis = 0; axis < 3; ++axis)
        result.side = std::max(result.side, static_cast<double>(bounds.max[axis]) - bounds.min[axis]);
    const double cellsPerUnit = result.side > 0 ? (1 << kMortonLevels) / result.side : 0;
    inParts(count, threads, [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t i = begin; i < end; ++i) {
            std::uint64_t code = 0;
            for (std::size_t axis = 0; axis < 3; ++axis)
                code |= spread(cellOf(static_cast<double>(positions[3 * i + axis]) - bounds.min[axis], cellsPerUnit))
                        << (2 - axis);
            result.codes[i] = code;
            result.order[i] = static_cast<std::uint32_t>(i);
        }
    });
    RadixSort sort(result, threads);
    for (int shift = 0; shift < 3 * kMortonLevels; shift += kDigitBits) {
        if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "Sorting the cloud's points was stopped."};
        sort.sortBy(shift);
    }
    return result;
}

} // namespace rb::spatial
