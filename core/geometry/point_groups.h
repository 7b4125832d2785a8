#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rb::geometry {

/// Indices of `count` points of `positions` (x y z triples) by farthest-point sampling that starts
/// at index 0; distances squared, in float32, the first of equally far points wins (as
/// torch.max over a running minimum does). `count` may exceed the number of points: then already
/// chosen points repeat as the algorithm gives them.
std::vector<std::int64_t> farthestPointSampling(std::span<const float> positions, std::size_t count);

/// For each centre (x y z triples) the indices of its `k` nearest points, nearest first;
/// `[centres × k]`. With fewer than `k` points the nearest ones repeat from the start.
std::vector<std::int64_t> nearestNeighbours(std::span<const float> positions, std::span<const float> centres,
                                            std::size_t k);

} // namespace rb::geometry
