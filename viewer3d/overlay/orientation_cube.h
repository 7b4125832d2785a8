#pragma once

#include "viewer3d/camera/camera_moves.h"
#include "viewer3d/scene/view_look.h"

#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

class QPainter;
class QPolygonF;

namespace rb::viewer3d {

/// The small cube in a corner of the view that shows which way one looks; a click on a side looks from there.
class OrientationCube {
public:
    /// `rect` in device-independent pixels.
    OrientationCube(const Camera& camera, const QRectF& rect);

    void paint(QPainter& painter, const ViewLook& look, std::optional<StandardView> hovered) const;
    std::optional<StandardView> sideAt(QPointF pos) const;

private:
    struct Side {
        StandardView view;
        std::vector<QPointF> corners;
        double facing; ///< 1: straight at the eye
    };
    QPolygonF polygon(const Side& side) const;

    QRectF m_rect;
    std::vector<Side> m_sides; ///< those that face the eye
};

} // namespace rb::viewer3d
