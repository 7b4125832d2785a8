#pragma once

#include "core/spatial/point_octree.h"
#include "viewer3d/scene/line_actor.h"
#include "viewer3d/scene/view_look.h"

namespace rb::viewer3d {

/// 1, 2 or 5 times a power of ten, the largest that is not above `value` (> 0).
double roundStep(double value);

/// A level grid under the cloud with about ten meshes along its longer side, and the axes at its corner: x red, y green,
/// z blue.
std::vector<LineActor::Line> gridLines(const spatial::Bounds& bounds, const ViewLook& look);

} // namespace rb::viewer3d
