#include "ui/image_view/picture_pyramid.h"

#include "ui/image_view/view_transform.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rb::ui {

namespace {

constexpr int kSmallestLevel = 256; // halving a picture further saves nothing
constexpr double kSharpFrom = 2;    // screen pixels per picture pixel
constexpr double kSame = 1e-6;
constexpr int kCheckSize = 8;

QRect outwards(const QRectF& rect, QSize limit) {
    // One pixel more on each side, so that smooth drawing of a piece meets the next piece without a seam.
    return rect.toAlignedRect().adjusted(-1, -1, 1, 1) & QRect(QPoint(0, 0), limit);
}

QBrush checks() {
    QImage tile(2 * kCheckSize, 2 * kCheckSize, QImage::Format_RGB32);
    tile.fill(QColor(0xC8, 0xC8, 0xC8));
    QPainter painter(&tile);
    const QColor other(0xB0, 0xB0, 0xB0);
    painter.fillRect(0, 0, kCheckSize, kCheckSize, other);
    painter.fillRect(kCheckSize, kCheckSize, kCheckSize, kCheckSize, other);
    return QBrush(tile);
}

} // namespace

PicturePyramid::PicturePyramid(const QImage& image) : m_size(image.size()) {
    if (image.isNull()) return;
    const bool alpha = image.hasAlphaChannel();
    m_levels.push_back(
        image.convertToFormat(alpha ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32));
    m_levels.back().setDevicePixelRatio(1);
    while (std::max(m_levels.back().width(), m_levels.back().height()) > kSmallestLevel) {
        const QImage& last = m_levels.back();
        const QSize half((last.width() + 1) / 2, (last.height() + 1) / 2);
        m_levels.push_back(last.scaled(half, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
}

bool PicturePyramid::hasAlpha() const {
    return !m_levels.empty() && m_levels.front().hasAlphaChannel();
}

const QImage& PicturePyramid::levelFor(double screenScale) const {
    const double halvings = screenScale < 1 ? std::floor(std::log2(1 / screenScale) + kSame) : 0;
    const auto level = static_cast<std::size_t>(std::max(0.0, halvings));
    return m_levels[std::min(level, m_levels.size() - 1)];
}

void PicturePyramid::draw(QPainter& painter, const ViewTransform& transform, const QRectF& exposed,
                          double deviceRatio) const {
    if (isNull()) return;
    const QRectF whole = transform.toWidget({0, 0, double(m_size.width()), double(m_size.height())});
    const QRectF visible = whole & exposed;
    if (visible.isEmpty()) return;

    const double screenScale = transform.scale() * deviceRatio;
    const QImage& level = levelFor(screenScale);
    const double perX = level.width() / whole.width(); // level pixels per widget pixel
    const double perY = level.height() / whole.height();
    const QRectF wanted((visible.x() - whole.x()) * perX, (visible.y() - whole.y()) * perY,
                        visible.width() * perX, visible.height() * perY);
    const QRect source = outwards(wanted, level.size());
    const QRectF target(whole.x() + source.x() / perX, whole.y() + source.y() / perY, source.width() / perX,
                        source.height() / perY);

    painter.save();
    painter.setClipRect(visible, Qt::IntersectClip);
    if (hasAlpha()) {
        painter.setBrushOrigin(whole.topLeft());
        painter.fillRect(visible, checks());
    }
    const bool sharp = screenScale >= kSharpFrom - kSame || std::abs(screenScale - 1) < kSame;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !sharp);
    painter.drawImage(target, level, QRectF(source));
    painter.restore();
}

} // namespace rb::ui
