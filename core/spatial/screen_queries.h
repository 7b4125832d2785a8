#pragma once

#include "core/geometry/shape2.h"
#include "core/spatial/point_selection.h"
#include "core/spatial/screen_view.h"

namespace rb::spatial {

// What the user marks on the screen, as places in the octree's order. Points count that the view shows (between its near
// and far planes) within the depths, hidden ones too: see visibleSurfaceOnly(). `threads` 0: as many as there are cores;
// the result is the same for any number.

/// Points shown within a polygon or a lasso, by the even-odd rule. The corners are pixels of the viewport.
PointSelection pointsInScreenPolygon(const PointOctree& octree, const ScreenView& view,
                                     std::span<const geometry::Point2> corners, const DepthBounds& depth = {},
                                     int threads = 0);

/// Points shown at most `radius` pixels from `centre`: what a brush touches.
PointSelection pointsInScreenDisc(const PointOctree& octree, const ScreenView& view, geometry::Point2 centre,
                                  double radius, const DepthBounds& depth = {}, int threads = 0);

} // namespace rb::spatial
