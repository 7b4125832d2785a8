#pragma once

#include "core/spatial/point_octree.h"

namespace rb::spatial {

/// Cells per axis are 2^kMortonLevels: three bits a level in a code of 63 bits.
inline constexpr int kMortonLevels = 21;

/// Points in the order of the Z curve (Morton 1966) through the cube of `side` at `origin`.
struct MortonOrder {
    std::vector<std::uint64_t> codes; ///< ascending; the highest three of 63 bits name the root's child: x, y, z
    std::vector<std::uint32_t> order; ///< index in the positions; ascending where codes are equal
    double side = 0;                  ///< of the cube that level 0 stands for, in the cloud's units
};

/// Smallest and largest coordinates of finite `positions` ([N, 3]); fails when one is not finite.
Result<Bounds> boundsOf(std::span<const float> positions, int threads);

/// A stable radix sort, so the order does not depend on `threads`. Needs 24 bytes a point while it runs. Fails when stopped.
Result<MortonOrder> mortonOrder(std::span<const float> positions, const Bounds& bounds, int threads,
                                const std::stop_token& stop);

} // namespace rb::spatial
