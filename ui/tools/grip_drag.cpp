#include "ui/tools/grip_drag.h"

#include "ui/tools/shape_edit.h"

#include <cmath>

namespace rb::ui {

namespace {
constexpr double kAngleStep = 15; // degrees
} // namespace

void GripDrag::moveTo(const Pointer& pointer, const Canvas& canvas) {
    const QSizeF picture = canvas.pictureSize();
    switch (m_grip.kind) {
    case Grip::Kind::Side:
        m_shape = resized(pointer, canvas);
        break;
    case Grip::Kind::Turn:
        m_shape = turned(pointer, picture);
        break;
    case Grip::Kind::Point: {
        const QPointF grid = onPixelGrid(pointer.to, picture);
        m_shape = withPointAt(
            m_original, m_grip.point,
            {pointer.guides.x ? pointer.to.x() : grid.x(), pointer.guides.y ? pointer.to.y() : grid.y()}, picture);
        break;
    }
    case Grip::Kind::None:
        break;
    }
}

geometry::Shape2 GripDrag::turned(const Pointer& pointer, QSizeF picture) const {
    const QPointF centre = centreOf(m_original);
    double by = directionDegrees(centre, pointer.to) - directionDegrees(centre, pointer.from);
    if (pointer.modifiers.testFlag(Qt::ControlModifier))
        by = std::round((m_original.angle + by) / kAngleStep) * kAngleStep - m_original.angle;
    return turnedBy(m_original, by, picture);
}

geometry::Shape2 GripDrag::resized(const Pointer& pointer, const Canvas& canvas) const {
    const geometry::Box2 box = m_original.kind == geometry::Shape2::Kind::Polygon ? geometry::boundsOf(m_original)
                                                                                  : m_original.box;
    const bool keepShape = pointer.modifiers.testFlag(Qt::ShiftModifier) && box.height > 0;
    const DragRule rule{keepShape ? box.width / box.height : 0.0, pointer.modifiers.testFlag(Qt::AltModifier),
                        pointer.guides.x.has_value(), pointer.guides.y.has_value()};
    const QPointF offset = frameOffset(m_original, m_grip.handle) / canvas.transform().scale();
    return resizedShape(m_original, m_grip.handle, pointer.to + offset, rule, canvas.pictureSize());
}

} // namespace rb::ui
