#pragma once

#include "core/spatial/point_selection.h"
#include "core/spatial/screen_view.h"

namespace rb::spatial {

struct SurfaceOptions {
    double pointSize = 3;   ///< pixels along the square that a point covers; less than 1 counts as 1
    double tolerance = 0;   ///< how far behind the nearest point a point still belongs to the surface, in the cloud's units
    int threads = 0;        ///< 0: as many as there are cores; the result is the same for any number
};

/// Those of the selection that lie on the surface which the view shows: all points of the cloud are drawn as squares
/// into a depth buffer, and a point stays when the pixel under it holds no depth that is nearer by more than the
/// tolerance. Points outside the viewport or the view's near and far planes do not stay.
PointSelection visibleSurfaceOnly(const PointOctree& octree, const PointSelection& selection, const ScreenView& view,
                                  const SurfaceOptions& options);

} // namespace rb::spatial
