#pragma once

#include "viewer3d/camera/navigation.h"

#include <QPointF>

#include <vector>

namespace rb::viewer3d {

/// The camera of one view and what mouse and keys do to it. Knows no window: pixels come in, `camera()` and
/// `projection()` go out. Every call that returns bool says whether the camera has changed.
class CameraControl {
public:
    const Camera& camera() const { return m_camera; }
    const Projection& projection() const { return m_projection; }
    const Vec3d& pivot() const { return m_pivot; } ///< the centre of rotation

    void setCamera(const Camera& camera);
    void setViewSize(double width, double height); ///< device-independent pixels
    /// Of everything that is drawn; sets the clip range and the speed of flight.
    void setBounds(const spatial::Bounds& bounds);
    void setPivot(const Vec3d& pivot) { m_pivot = pivot; }
    void setPreset(NavigationPreset preset) { m_preset = preset; }
    NavigationPreset preset() const { return m_preset; }

    /// `under` is the place under the pointer, where something is: panning then keeps it under the pointer.
    void beginDrag(Motion motion, QPointF pos, const std::optional<Vec3d>& under);
    bool dragTo(QPointF pos);
    void endDrag() { m_motion = Motion::None; }
    bool isDragging() const { return m_motion != Motion::None; }

    /// `steps` of a wheel, positive towards the cloud; keeps what is under the pointer at its pixel.
    bool wheel(double steps, QPointF pos, const std::optional<Vec3d>& under);

    /// Frames `bounds` from the same side, and turns about its middle from now on.
    void frame(const spatial::Bounds& bounds);
    void seeFrom(StandardView view, const spatial::Bounds& bounds);
    void toggleProjection();
    void centreOn(const Vec3d& place);

    /// A key that flies was pressed or let go. True when it is one.
    bool flightKey(int key, Qt::KeyboardModifiers modifiers, bool pressed);
    bool isFlying() const { return !m_flight.empty(); }
    bool fly(double seconds, bool fast);
    void stopFlying() { m_flight.clear(); }

private:
    struct FlightKey {
        int key;
        Vec3d way;
    };
    void update();

    Camera m_camera;
    Projection m_projection;
    Vec3d m_pivot{};
    spatial::Bounds m_bounds{{-1, -1, -1}, {1, 1, 1}};
    double m_width = 1;
    double m_height = 1;
    NavigationPreset m_preset = NavigationPreset::CloudCompare;
    Motion m_motion = Motion::None;
    QPointF m_last;
    Vec3d m_grabbed{};
    std::vector<FlightKey> m_flight;
};

} // namespace rb::viewer3d
