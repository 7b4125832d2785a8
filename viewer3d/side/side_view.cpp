#include "viewer3d/side/side_view.h"

#include "viewer3d/boxes/box_changes.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rb::viewer3d {
namespace {

constexpr double kRoom = 1.6;  // how much larger the view is than the box
constexpr double kReach = 6;   // pixels

} // namespace

SideView::SideView(Side side, const geometry::Box3& box, const QRectF& rect, double unitsPerPixel)
    : m_right(side == Side::Right ? 1 : 0), m_up(side == Side::Top ? 1 : 2), m_frame(box), m_rect(rect), m_unitsPerPixel(unitsPerPixel) {}

double SideView::fittingScale(Side side, const geometry::Box3& box, const QRectF& rect) {
    const double width = box.size[side == Side::Right ? 1 : 0], height = box.size[side == Side::Top ? 1 : 2];
    return kRoom * std::max(width / std::max(rect.width(), 1.0), height / std::max(rect.height(), 1.0));
}

QPointF SideView::toPixels(double right, double up) const {
    return m_rect.center() + QPointF(right, -up) / m_unitsPerPixel;
}

QRectF SideView::boxRect(const geometry::Box3& box) const {
    const Vec3d centre = toBox(m_frame, box.center);
    const double right = centre[std::size_t(m_right)], up = centre[std::size_t(m_up)];
    const double w = box.size[std::size_t(m_right)] / 2, h = box.size[std::size_t(m_up)] / 2;
    return QRectF(toPixels(right - w, up + h), toPixels(right + w, up - h));
}

SideView::Grip SideView::gripAt(const geometry::Box3& box, QPointF pos) const {
    const QRectF edges = boxRect(box);
    if (!edges.adjusted(-kReach, -kReach, kReach, kReach).contains(pos)) return {};
    Grip grip;
    // The nearer one of two edges, so that a thin box can still be widened.
    const double left = std::abs(pos.x() - edges.left()), right = std::abs(pos.x() - edges.right());
    const double top = std::abs(pos.y() - edges.top()), bottom = std::abs(pos.y() - edges.bottom());
    if (std::min(left, right) <= kReach) grip.x = left < right ? -1 : 1;
    if (std::min(top, bottom) <= kReach) grip.y = bottom < top ? -1 : 1;
    grip.whole = grip.x == 0 && grip.y == 0;
    return grip;
}

geometry::Box3 SideView::dragged(const geometry::Box3& from, const Grip& grip, QPointF way) const {
    const double right = way.x() * m_unitsPerPixel, up = -way.y() * m_unitsPerPixel;
    if (grip.whole) {
        Vec3d own{};
        own[std::size_t(m_right)] = right;
        own[std::size_t(m_up)] = up;
        return movedBy(from, fromBox(m_frame, own) - Vec3d(m_frame.center));
    }
    geometry::Box3 box = from;
    if (grip.x != 0) box = withSideMoved(box, m_right, grip.x > 0, grip.x * right);
    if (grip.y != 0) box = withSideMoved(box, m_up, grip.y > 0, grip.y * up);
    return box;
}

void SideView::paint(QPainter& painter, std::span<const NearPoint> points, const geometry::Box3& box, const ViewLook& look, bool hot) const {
    const double ratio = painter.device()->devicePixelRatioF();
    QImage image((m_rect.size() * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(look.background);
    const int dot = std::max(1, int(std::lround(ratio)));
    for (const NearPoint& point : points) {
        const QPointF at = (toPixels(double(point.own[std::size_t(m_right)]), double(point.own[std::size_t(m_up)])) - m_rect.topLeft()) * ratio;
        const int x = int(at.x()), y = int(at.y());
        if (at.x() < 0 || at.y() < 0 || x + dot > image.width() || y + dot > image.height()) continue;
        const QRgb color = qRgb(int(point.color & 255U), int(point.color >> 8 & 255U), int(point.color >> 16 & 255U));
        for (int row = 0; row < dot; ++row) std::fill_n(reinterpret_cast<QRgb*>(image.scanLine(y + row)) + x, dot, color);
    }
    painter.drawImage(m_rect.topLeft(), image);
    painter.setBrush(Qt::NoBrush);
    for (const auto& [color, width] : {std::pair(look.text, 3.4), std::pair(look.accent, hot ? 2.4 : 1.6)}) {
        painter.setPen(QPen(color, width));
        painter.drawRect(boxRect(box));
    }
}

} // namespace rb::viewer3d
