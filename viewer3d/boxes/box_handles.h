#pragma once

#include "viewer3d/boxes/box_geometry.h"
#include "viewer3d/camera/projection.h"

#include <QPointF>

#include <vector>

namespace rb::viewer3d {

/// What of a selected box can be dragged: its six sides, the whole of it, and a knob that turns it about z.
enum class BoxHandle { None, MinX, MaxX, MinY, MaxY, MinZ, MaxZ, Move, Turn };

/// Where a handle lies in the world: the middle of the side, the centre, and for Turn a place beyond the +x side.
Vec3d placeOf(const geometry::Box3& box, BoxHandle handle);

struct HandleDot {
    BoxHandle handle = BoxHandle::None;
    QPointF pos;      ///< device-independent pixels
    bool facing = true; ///< the side looks at the eye
};
/// The handles in the order in which they are drawn: those at the back first.
std::vector<HandleDot> handleDots(const geometry::Box3& box, const Projection& projection);
/// The handle that a press takes: the last drawn within reach.
BoxHandle handleAt(const geometry::Box3& box, const Projection& projection, QPointF pos);

/// One drag of a handle: holds what was grabbed and says where the box is now.
class BoxDrag {
public:
    BoxDrag() = default;
    BoxDrag(qint64 id, const geometry::Box3& box, BoxHandle handle, const Projection& projection, QPointF pos);

    /// A side moves along its own normal; the whole moves level, or up and down with `upright`; turning goes by
    /// 15 degrees with `inSteps`.
    void moveTo(const Projection& projection, QPointF pos, bool upright, bool inSteps);

    qint64 id() const { return m_id; } ///< 0: nothing is dragged
    BoxHandle handle() const { return m_handle; }
    const geometry::Box3& box() const { return m_box; }
    bool isChanged() const { return m_id != 0 && !(m_box == m_original); }

private:
    geometry::Box3 withSideAt(const Ray& ray) const;
    geometry::Box3 movedTo(const Ray& ray, bool upright) const;
    geometry::Box3 turnedTo(const Ray& ray, bool inSteps) const;

    qint64 m_id = 0;
    BoxHandle m_handle = BoxHandle::None;
    geometry::Box3 m_original;
    geometry::Box3 m_box;
    Vec3d m_grabbed{}; ///< where the ray of the press met the handle's line or plane
};

} // namespace rb::viewer3d
