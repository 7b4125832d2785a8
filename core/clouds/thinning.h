#pragma once

#include "core/base/splitmix64.h"

#include <cstdint>

namespace rb::clouds {

/// Which points of a file are read. Thinning cuts the file's order into as many equal runs as points are wanted and takes
/// one of each, at a place that depends on the run's number alone: always the same points, evenly spread, and without the
/// stripes that every k-th point of a scanner's rows would make.
class Thinning {
public:
    /// `wanted` 0 means all.
    Thinning(std::uint64_t points, std::uint64_t wanted)
        : m_points(points), m_chosen(wanted == 0 || wanted > points ? points : wanted) {}

    std::uint64_t chosen() const { return m_chosen; }
    bool all() const { return m_chosen == m_points; }

    /// The number in the file of the k-th chosen point; rises with k.
    std::uint64_t pick(std::uint64_t k) const {
        if (all()) return k;
        const std::uint64_t begin = startOf(k);
        return begin + splitMixed((k + 1) * kSplitMixStep) % (startOf(k + 1) - begin);
    }

private:
    std::uint64_t startOf(std::uint64_t k) const {
        __extension__ using Wide = unsigned __int128;
        return static_cast<std::uint64_t>(static_cast<Wide>(k) * m_points / m_chosen);
    }

    std::uint64_t m_points, m_chosen;
};

} // namespace rb::clouds
