#pragma once

#include "viewer3d/camera/camera.h"
#include "viewer3d/boxes/box_geometry.h"

#include <Qt>

#include <optional>

namespace rb::viewer3d {

/// A side never comes nearer to the opposite one than this, in the cloud's units.
inline constexpr double kSmallestSize = 1e-3;

/// One side moved outwards by `way` along its own normal; the opposite side stays.
geometry::Box3 withSideMoved(geometry::Box3 box, int axis, bool upperSide, double way);
/// Yaw in (-pi, pi].
geometry::Box3 withYaw(geometry::Box3 box, double yaw);
/// The level box between two corners of its base, upright from `bottom` to `top` in any order.
geometry::Box3 spanned(const Vec3d& a, const Vec3d& b, double bottom, double top);

/// The box after a key, or nothing when the key does not edit: arrows move along the axis that they show best as
/// seen by the camera, PgUp and PgDn along z, by 1/100 of the box's mean size, with Shift ten times as far; Z and X turn
/// by one degree, with Shift ten.
std::optional<geometry::Box3> editedByKey(const geometry::Box3& box, const Camera& camera, int key, Qt::KeyboardModifiers modifiers);

} // namespace rb::viewer3d
