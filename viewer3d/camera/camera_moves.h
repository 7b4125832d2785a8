#pragma once

#include "viewer3d/camera/projection.h"

namespace rb::viewer3d {

/// The six views along the axes. Front looks along +y, Right from +x, Top down.
enum class StandardView { Front, Back, Right, Left, Top, Bottom };

/// Turned about `pivot`: `azimuth` about the world's z, `elevation` about the camera's right axis, radians. The
/// horizon stays level and the camera never goes over the poles.
Camera orbited(Camera camera, const Vec3d& pivot, double azimuth, double elevation);
/// Turned about the view direction, radians.
Camera rolled(Camera camera, double angle);
/// Moved across the view, so that a place at `distance` follows the pointer by dx, dy pixels (y downwards).
Camera panned(Camera camera, const Projection& projection, double dx, double dy, double distance);
/// Nearer by `factor` (> 1), so that `target` stays at its pixel.
Camera zoomed(Camera camera, const Vec3d& target, double factor);
/// Moved by its own axes, in the cloud's units; up is the world's z.
Camera flown(Camera camera, double right, double up, double forward);
/// Seen along an axis, at the same distance from the same focal point.
Camera seenFrom(Camera camera, StandardView view);
/// From perspective to parallel or back; what lies at the focal point keeps its size.
Camera withOtherProjection(Camera camera);
/// Shows `place` in the middle, from the same side and distance.
Camera centredOn(Camera camera, const Vec3d& place);

} // namespace rb::viewer3d
