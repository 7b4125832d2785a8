#pragma once

#include "core/geometry/box2.h"

#include <array>

namespace rb::geometry {

/// A box in a cloud, in the cloud's units (metres for scenes), z up. Yaw in radians about z,
/// counter-clockwise; RegionBLIP itself knows only yaw 0.
struct Box3 {
    std::array<double, 3> center{};
    std::array<double, 3> size{};
    double yaw = 0;

    friend bool operator==(const Box3&, const Box3&) = default;
};

/// The smallest upright rectangle in x and y that holds the box as seen from above.
Box2 footprintOf(const Box3& box);

bool contains(const Box3& box, const std::array<double, 3>& point);

/// The eight corners, x y z each, in the order and with the axes of RegionBLIP's released loader:
/// x: + + − − + + − − (dx/2); y: + + + + − − − − (**dz**/2); z: + − − + + − − + (**dy**/2).
/// The published checkpoints were trained with that quirk.
std::array<float, 24> releasedCorners(const Box3& box);

/// The same order with y taking dy/2 and z taking dz/2, turned by yaw.
std::array<float, 24> geometricCorners(const Box3& box);

} // namespace rb::geometry
