#include "ui/image_view/line_raster.h"

#include <QPointF>

#include <algorithm>
#include <cmath>

namespace rb::ui {

namespace {

/// The part of a way from 0 to 1 along which `at + part · by` lies in [low, high] (Liang and Barsky, 1984).
bool narrow(double at, double by, double low, double high, double& from, double& to) {
    if (by == 0) return at >= low && at <= high;
    const double a = (low - at) / by, b = (high - at) / by;
    from = std::max(from, std::min(a, b));
    to = std::min(to, std::max(a, b));
    return from <= to;
}

} // namespace

LineRaster::LineRaster(QImage& image)
    : m_pixels(reinterpret_cast<QRgb*>(image.bits())), m_stride(image.bytesPerLine() / 4), m_rect(image.rect()) {}

void LineRaster::fill(const QRect& rect, QRgb pixel) {
    const QRect inside = rect & m_rect;
    for (int y = inside.top(); y <= inside.bottom(); ++y)
        std::fill_n(m_pixels + y * m_stride + inside.left(), inside.width(), pixel);
}

void LineRaster::frame(const QRect& rect, int width, QRgb pixel) {
    if (!rect.intersects(m_rect)) return;
    fill({rect.left(), rect.top(), rect.width(), width}, pixel);
    fill({rect.left(), rect.bottom() + 1 - width, rect.width(), width}, pixel);
    fill({rect.left(), rect.top() + width, width, rect.height() - 2 * width}, pixel);
    fill({rect.right() + 1 - width, rect.top() + width, width, rect.height() - 2 * width}, pixel);
}

void LineRaster::line(QPoint from, QPoint to, int width, QRgb pixel) {
    const double dx = to.x() - from.x(), dy = to.y() - from.y();
    double begin = 0, end = 1;
    const int reach = width - 1; // a pixel is a square down and to the right of its place
    if (!narrow(from.x(), dx, m_rect.left(), m_rect.right() - reach, begin, end) ||
        !narrow(from.y(), dy, m_rect.top(), m_rect.bottom() - reach, begin, end))
        return;
    const double x0 = from.x() + begin * dx, y0 = from.y() + begin * dy;
    const double length = std::max(std::abs(dx), std::abs(dy)) * (end - begin);
    const int steps = int(std::ceil(length));
    const double stepX = steps > 0 ? dx * (end - begin) / steps : 0, stepY = steps > 0 ? dy * (end - begin) / steps : 0;
    for (int i = 0; i <= steps; ++i) {
        QRgb* first = m_pixels + int(y0 + i * stepY + 0.5) * m_stride + int(x0 + i * stepX + 0.5);
        for (int row = 0; row < width; ++row)
            std::fill_n(first + row * m_stride, width, pixel);
    }
}

} // namespace rb::ui
