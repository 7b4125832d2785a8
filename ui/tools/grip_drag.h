#pragma once

#include "ui/tools/canvas_tool.h"
#include "ui/tools/shape_handles.h"

namespace rb::ui {

/// One region whose shape is changed by a part of it that is dragged: a side, a corner, a point of a
/// polygon, or the handle that turns it.
class GripDrag {
public:
    struct Pointer {
        QPointF from; ///< where the drag began, picture pixels
        QPointF to;   ///< picture pixels, snapped
        Guides guides;
        Qt::KeyboardModifiers modifiers;
    };

    GripDrag() = default;
    GripDrag(const CanvasRegion& region, const Grip& grip)
        : m_id(region.id), m_grip(grip), m_original(region.shape), m_shape(region.shape) {}

    /// Shift keeps the proportions, Alt the middle; turning with Ctrl goes by 15 degrees.
    void moveTo(const Pointer& pointer, const Canvas& canvas);
    /// Takes a shape that was made otherwise, by keys.
    void set(geometry::Shape2 shape) { m_shape = std::move(shape); }

    qint64 id() const { return m_id; } ///< 0: nothing is dragged
    const Grip& grip() const { return m_grip; }
    const geometry::Shape2& shape() const { return m_shape; }
    bool isChanged() const { return m_id && !(m_shape == m_original); }

private:
    geometry::Shape2 turned(const Pointer& pointer, QSizeF picture) const;
    geometry::Shape2 resized(const Pointer& pointer, const Canvas& canvas) const;

    qint64 m_id = 0;
    Grip m_grip;
    geometry::Shape2 m_original;
    geometry::Shape2 m_shape;
};

} // namespace rb::ui
