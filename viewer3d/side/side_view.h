#pragma once

#include "viewer3d/boxes/box_geometry.h"
#include "viewer3d/scene/view_look.h"

#include <QImage>
#include <QPointF>
#include <QRectF>

#include <optional>
#include <span>
#include <vector>

class QPainter;

namespace rb::viewer3d {

/// A point near the box, in the box's own axes from its centre, with its colour.
struct NearPoint {
    std::array<float, 3> own{};
    std::uint32_t color = 0;
};

/// One level look at a box along one of its own axes: its outline and the points around it, in a rectangle of the
/// widget. A value with plain functions; SideViews holds three.
class SideView {
public:
    enum class Side { Top, Front, Right };
    /// What a press takes hold of: edges by name as they are seen, or the whole box.
    struct Grip {
        int x = 0; ///< -1 left edge, 1 right edge
        int y = 0; ///< -1 lower edge, 1 upper edge
        bool whole = false;
        explicit operator bool() const { return x != 0 || y != 0 || whole; }
    };

    SideView(Side side, const geometry::Box3& box, const QRectF& rect, double unitsPerPixel);

    /// As many units a pixel as show the box with room around it.
    static double fittingScale(Side side, const geometry::Box3& box, const QRectF& rect);

    const QRectF& rect() const { return m_rect; }
    double unitsPerPixel() const { return m_unitsPerPixel; }
    QRectF boxRect(const geometry::Box3& box) const; ///< of the box, or of a change of it
    Grip gripAt(const geometry::Box3& box, QPointF pos) const;
    /// The box after a grip was dragged by so many pixels.
    geometry::Box3 dragged(const geometry::Box3& from, const Grip& grip, QPointF way) const;

    void paint(QPainter& painter, std::span<const NearPoint> points, const geometry::Box3& box, const ViewLook& look, bool hot) const;

private:
    QPointF toPixels(double right, double up) const;

    int m_right; ///< the box's axis that shows to the right, and the one that shows upwards
    int m_up;
    geometry::Box3 m_frame; ///< the axes and the middle of the view
    QRectF m_rect;
    double m_unitsPerPixel;
};

} // namespace rb::viewer3d
