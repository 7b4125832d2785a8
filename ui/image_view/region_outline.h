#pragma once

#include "ui/image_view/shown_region.h"
#include "ui/theme/theme.h"

class QPainter;

namespace rb::ui {

/// Draws boxes: crisp lines on whole screen pixels, in the region's colour with a halo that shows on
/// any picture. `deviceRatio` is screen pixels per widget pixel.
class RegionOutline {
public:
    RegionOutline(QPainter& painter, const Theme& theme, double deviceRatio)
        : m_painter(painter), m_theme(theme), m_ratio(deviceRatio) {}

    void draw(const ShownRegion& shown);
    void drawHandles(const QRectF& rect);
    /// The box being drawn.
    void drawNew(const QRectF& rect);
    void drawSelectionFrame(const QRectF& rect);

private:
    QRectF snapped(const QRectF& rect) const;
    /// A frame of `width` whose outer edge lies `outset` outside of `rect`.
    void frame(const QRectF& rect, double outset, double width, const QColor& color);
    void selectedFrame(const QRectF& rect);
    void dashed(const QRectF& rect, const QColor& color);

    QPainter& m_painter;
    const Theme& m_theme;
    double m_ratio;
};

} // namespace rb::ui
