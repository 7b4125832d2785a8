#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace rb::clouds {

/// What a number of a point means. The first kBatchRoles stand in a PointBatch; `PackedColor` (0x00RRGGBB in four
/// bytes) is taken apart on the way there, `None` is passed over.
enum class Role : std::uint8_t {
    X, Y, Z, Red, Green, Blue, NormalX, NormalY, NormalZ, Intensity, Class, Instance, PackedColor, None
};

inline constexpr std::size_t kBatchRoles = static_cast<std::size_t>(Role::PackedColor);

/// Some points of a file, column by column, with numbers as the file has them (after its own scale and offset).
struct PointBatch {
    std::size_t count = 0;
    /// Which point of the file, from 0, the first is, and the last: for messages.
    std::uint64_t firstInFile = 0, lastInFile = 0;
    /// `count` values of a role, or none where the file lacks it.
    std::array<std::vector<double>, kBatchRoles> columns;

    std::vector<double>& of(Role role) { return columns[static_cast<std::size_t>(role)]; }
    const std::vector<double>& of(Role role) const { return columns[static_cast<std::size_t>(role)]; }
};

/// The roles of a file that its points may lack.
struct Presence {
    bool colors = false, normals = false, intensity = false, classes = false, instances = false;
};

} // namespace rb::clouds
