#pragma once

#include "viewer3d/camera/vec3.h"

#include <optional>

namespace rb::viewer3d {

/// The place of the line (through `place`, along the unit vector `direction`) that is nearest to the ray, as a length
/// from `place`; nothing when they run side by side.
std::optional<double> alongLine(const Vec3d& place, const Vec3d& direction, const Ray& ray);

/// Where the ray meets a plane; nothing when it runs along it or away from it.
std::optional<Vec3d> onPlane(const Vec3d& place, const Vec3d& normal, const Ray& ray);

} // namespace rb::viewer3d
