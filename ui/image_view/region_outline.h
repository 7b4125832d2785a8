#pragma once

#include "ui/image_view/shown_region.h"
#include "ui/image_view/view_transform.h"
#include "ui/theme/theme.h"

#include <QPolygonF>

class QPainter;

namespace rb::ui {

/// Draws outlines: boxes as crisp lines on whole screen pixels, turned ones and polygons smoothly, in
/// the region's colour with a halo that shows on any picture. `deviceRatio` is screen pixels per widget
/// pixel.
class RegionOutline {
public:
    RegionOutline(QPainter& painter, const Theme& theme, const ViewTransform& transform, double deviceRatio)
        : m_painter(painter), m_theme(theme), m_transform(transform), m_ratio(deviceRatio) {}

    void draw(const ShownRegion& shown);
    /// A hidden region, as a ghost.
    void drawGhost(const ShownRegion& shown);
    /// The shape being drawn.
    void drawNew(const geometry::Shape2& shape);
    /// The points so far of a shape that is not closed yet, the last one under the pointer.
    void drawOpenLine(const std::vector<geometry::Point2>& points);
    void drawSelectionFrame(const QRectF& rect);

    QRectF snapped(const QRectF& rect) const;
    /// A square of `side` on whole screen pixels round a place, as a handle is drawn.
    void drawHandle(QPointF centre, double side, bool filled);

private:
    /// A frame of `width` whose outer edge lies `outset` outside of `rect`.
    void frame(const QRectF& rect, double outset, double width, const QColor& color);
    void drawBox(const ShownRegion& shown);
    void drawPolygon(const ShownRegion& shown);
    void selectedFrame(const QRectF& rect);
    void selectedPolygon(const QPolygonF& polygon);
    void stroke(const QPolygonF& polygon, double width, const QColor& color, bool dashed = false);
    QPolygonF polygonOf(const geometry::Shape2& shape) const;

    QPainter& m_painter;
    const Theme& m_theme;
    const ViewTransform& m_transform;
    double m_ratio;
};

} // namespace rb::ui
