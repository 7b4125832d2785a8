#pragma once

#include "core/geometry/shape2.h"

#include <array>
#include <optional>

namespace rb::geometry {

/// A pinhole camera whose place in a cloud is known. The camera's axes: x right, y down, z ahead.
struct Camera {
    double fx = 1, fy = 1; ///< focal lengths in pixels of the shown picture
    double cx = 0, cy = 0; ///< its principal point
    /// Rows of `[R | t]`: from the cloud's own coordinates into the camera's.
    std::array<double, 12> toCamera{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};

    friend bool operator==(const Camera&, const Camera&) = default;
};

/// In the camera's axes.
std::array<double, 3> seenFrom(const Camera& camera, const std::array<double, 3>& place);
/// The pixel that shows a place of the cloud; none behind the camera.
std::optional<Point2> pixelOf(const Camera& camera, const std::array<double, 3>& place);

} // namespace rb::geometry
