#include "ui/image_view/crowd_outlines.h"

#include "ui/image_view/line_raster.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rb::ui {

namespace {

constexpr QRgb kHalo = 0x78000000; // premultiplied

/// Screen pixels, kept where integers reach.
QPoint onScreen(QPointF widgetPos, double ratio) {
    const auto rounded = [ratio](double v) { return int(std::lround(std::clamp(v * ratio, -1e6, 1e6))); };
    return {rounded(widgetPos.x()), rounded(widgetPos.y())};
}

/// One region: its halo, then (another time) its line.
class CrowdLine {
public:
    CrowdLine(LineRaster& raster, const ViewTransform& transform, const CrowdStyle& style)
        : m_raster(raster), m_transform(transform), m_ratio(style.deviceRatio),
          m_width(std::max(1, int(std::lround(style.lineWidth * style.deviceRatio)))) {}

    void draw(const ShownRegion& shown, bool halo) {
        const QRgb pixel = halo ? kHalo : shown.color.rgb();
        if (shown.shape().kind == geometry::Shape2::Kind::Box) {
            const QRect rect = boxOf(shown.rect);
            m_raster.frame(halo ? rect.adjusted(-m_width, -m_width, m_width, m_width) : rect, m_width, pixel);
        } else {
            drawPolygon(shown.shape(), halo ? QPoint(1, 1) : QPoint(0, 0), pixel);
        }
    }

private:
    /// A box of no width still gets a line.
    QRect boxOf(const QRectF& rect) const {
        const QPoint first = onScreen(rect.topLeft(), m_ratio), last = onScreen(rect.bottomRight(), m_ratio);
        return {first, QSize(std::max(2 * m_width, last.x() - first.x()), std::max(2 * m_width, last.y() - first.y()))};
    }

    void drawPolygon(const geometry::Shape2& shape, QPoint shift, QRgb pixel) {
        const bool own = shape.kind == geometry::Shape2::Kind::Polygon;
        const std::vector<geometry::Point2> turned = own ? std::vector<geometry::Point2>{} : geometry::cornersOf(shape);
        const std::vector<geometry::Point2>& corners = own ? shape.points : turned;
        if (corners.empty()) return;
        QPoint last = place(corners.back()) + shift;
        for (const geometry::Point2& corner : corners) {
            const QPoint next = place(corner) + shift;
            m_raster.line(last, next, m_width, pixel);
            last = next;
        }
    }

    QPoint place(const geometry::Point2& point) const {
        return onScreen(m_transform.toWidget(QPointF(point.x, point.y)), m_ratio);
    }

    LineRaster& m_raster;
    const ViewTransform& m_transform;
    double m_ratio;
    int m_width;
};

} // namespace

void drawCrowd(QPainter& painter, const std::vector<const ShownRegion*>& crowd, const ViewTransform& transform,
               const QRectF& view, const CrowdStyle& style, QImage& scratch) {
    if (crowd.empty()) return;
    const QSize size = (view.size() * style.deviceRatio).toSize();
    if (scratch.size() != size) scratch = QImage(size, QImage::Format_ARGB32_Premultiplied);
    scratch.setDevicePixelRatio(1);
    scratch.fill(0);
    LineRaster raster(scratch);
    CrowdLine line(raster, transform, style);
    for (const bool halo : {true, false})
        for (const ShownRegion* shown : crowd)
            line.draw(*shown, halo);
    scratch.setDevicePixelRatio(style.deviceRatio);
    painter.drawImage(view.topLeft(), scratch);
}

} // namespace rb::ui
