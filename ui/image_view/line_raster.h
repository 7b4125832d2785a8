#pragma once

#include <QImage>
#include <QPoint>
#include <QRect>

namespace rb::ui {

/// Sets pixels of lines in a 32-bit image, without blending and smoothing: some times faster than a
/// QPainter where thousands of outlines have to be drawn for every frame. What lies outside of the
/// image is left out. The image must outlive this.
class LineRaster {
public:
    explicit LineRaster(QImage& image);

    void fill(const QRect& rect, QRgb pixel);
    /// The inner edge of the rectangle, so wide.
    void frame(const QRect& rect, int width, QRgb pixel);
    void line(QPoint from, QPoint to, int width, QRgb pixel);

private:
    QRgb* m_pixels;
    qsizetype m_stride; ///< pixels
    QRect m_rect;
};

} // namespace rb::ui
