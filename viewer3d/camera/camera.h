#pragma once

#include "core/spatial/point_octree.h"
#include "viewer3d/camera/vec3.h"

namespace rb::viewer3d {

/// Where the view is seen from. Plain values, as vtkCamera has them.
struct Camera {
    Vec3d position{0, -1, 0};
    Vec3d focal{};
    Vec3d up{0, 0, 1};        ///< need not be at right angles to the view
    double viewAngle = 30;    ///< degrees, of the view's height; not used when parallel
    bool parallel = false;
    double parallelScale = 1; ///< half of the view's height in the cloud's units, when parallel

    friend bool operator==(const Camera&, const Camera&) = default;
};

/// Distances along the view direction; what lies outside is not drawn.
struct ClipRange {
    double near = 0.1;
    double far = 100;
};

/// The camera's axes, of length 1 and at right angles to each other.
struct CameraAxes {
    Vec3d right;
    Vec3d up;
    Vec3d forward;
};
CameraAxes axesOf(const Camera& camera);
double focalDistance(const Camera& camera);

/// World to eye, looking down -z.
Mat4 viewMatrix(const Camera& camera);
/// Eye to clip coordinates of OpenGL; `aspect` is width by height.
Mat4 projectionMatrix(const Camera& camera, double aspect, const ClipRange& clip);

/// The range that holds all of `bounds`, with a near end that leaves a depth buffer enough steps.
ClipRange clipRangeFor(const Camera& camera, const spatial::Bounds& bounds);

/// The camera moved along its own view direction so that the bounds fill a view of this aspect.
Camera framed(Camera camera, const spatial::Bounds& bounds, double aspect);

} // namespace rb::viewer3d
