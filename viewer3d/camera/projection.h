#pragma once

#include "viewer3d/camera/camera.h"

#include <optional>

namespace rb::viewer3d {

/// A place in the view: device-independent pixels, x to the right, y downwards, with its distance from the eye
/// along the view direction in the cloud's units.
struct ScreenPoint {
    double x = 0;
    double y = 0;
    double distance = 0;
};

/// How the view of one camera maps places to pixels and back. A value; it is made anew when the camera moves.
class Projection {
public:
    Projection() = default;
    Projection(const Camera& camera, double width, double height, const ClipRange& clip);

    double width() const { return m_width; }
    double height() const { return m_height; }
    const Camera& camera() const { return m_camera; }
    const ClipRange& clip() const { return m_clip; }

    /// World to clip coordinates of OpenGL.
    const Mat4& viewProjection() const { return m_viewProjection; }
    /// World to homogeneous pixels: x, y and depth (0 near … 1 far) are rows 0 to 2 divided by row 3, which is
    /// positive for what lies before the eye.
    Mat4 worldToPixels() const;

    /// Nothing for what does not lie before the eye.
    std::optional<ScreenPoint> toScreen(const Vec3d& place) const;
    Ray rayAt(double x, double y) const;
    /// The place under a pixel at a distance along the view direction.
    Vec3d placeAt(double x, double y, double distance) const;
    double distanceOf(const Vec3d& place) const;
    /// The cloud's units that one pixel spans at a distance along the view direction.
    double unitsPerPixel(double distance) const;

private:
    Camera m_camera;
    CameraAxes m_axes{};
    ClipRange m_clip;
    Mat4 m_viewProjection{};
    double m_width = 1;
    double m_height = 1;
    double m_tangent = 1; ///< of half the view angle
};

} // namespace rb::viewer3d
