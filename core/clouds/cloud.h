#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rb::clouds {

/// A point cloud with everything its file says about its points, as plain arrays. A point's place in the file's own
/// coordinates is `offset + positions[i]` (double): surveyed clouds lie millions of metres from their origin, where a
/// float is too coarse. Every array but `positions` is empty or holds one entry (or triple) a point.
struct Cloud {
    std::array<double, 3> offset{};         ///< in the file's units, usually metres
    std::vector<float> positions;           ///< x y z relative to `offset`, [N, 3]
    std::vector<std::uint8_t> colors;       ///< r g b, [N, 3]
    std::vector<float> normals;             ///< unit length, [N, 3]
    std::vector<float> intensity;           ///< as the file has it, [N]
    std::vector<std::int32_t> classes;      ///< LAS classification or a semantic label, [N]
    std::vector<std::int32_t> instances;    ///< the object a point belongs to, [N]
    std::uint64_t pointsInFile = 0;         ///< more than size() when the reader thinned
    std::string format;                     ///< "PLY", "PCD", "LAS 1.2", …

    std::size_t size() const { return positions.size() / 3; }
};

} // namespace rb::clouds
