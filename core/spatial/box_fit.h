#pragma once

#include "core/spatial/point_selection.h"
#include "core/spatial/screen_view.h"

namespace rb::spatial {

enum class BoxTurn {
    AxisAligned,    ///< yaw 0
    Yaw,            ///< turned about z so that its base has the smallest area, yaw in (-π/4, π/4]
};

/// The smallest such box around the selected points, all of them within it by pointsInBox(). Fails when there are none.
Result<geometry::Box3> boxAround(const PointOctree& octree, const PointSelection& selection, BoxTurn turn);

struct BoxFitOptions {
    BoxTurn turn = BoxTurn::Yaw;
    double linkDistance = 0;    ///< between points of one thing, in the cloud's units; 0: four times the typical spacing
    double leastShare = 0.01;   ///< things with a smaller share of the points in the rectangle are noise
    DepthBounds depth;
    std::stop_token stop;
};

struct FittedBox {
    geometry::Box3 box;
    PointSelection points;      ///< of the thing, in the octree's order
};

/// The thing in front in a rectangle of the viewport (pixels): of the sets of points there that are linked from point to
/// point, leaving out noise, the one whose nearest tenth lies nearest to the eye. Fails when the rectangle is empty or
/// when stopped.
Result<FittedBox> fitBox(const PointOctree& octree, const ScreenView& view, const geometry::Box2& pixels,
                         const BoxFitOptions& options = {});

} // namespace rb::spatial
