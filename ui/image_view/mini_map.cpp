#include "ui/image_view/mini_map.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace rb::ui {

namespace {

constexpr double kLargestSide = 168;
constexpr double kPartOfView = 0.3; // at most
constexpr double kMargin = 12;
constexpr double kSlack = 1; // widget pixels that a fitted picture may be off by rounding

} // namespace

MiniMap::MiniMap(QSizeF picture, const QRectF& view, const ViewTransform& transform)
    : m_picture(picture), m_view(view), m_transform(transform) {
    if (picture.isEmpty()) return;
    const QRectF whole = transform.toWidget(geometry::Box2{0, 0, picture.width(), picture.height()});
    if (view.adjusted(-kSlack, -kSlack, kSlack, kSlack).contains(whole)) return;
    const QSizeF most(std::min(kLargestSide, view.width() * kPartOfView), std::min(kLargestSide, view.height() * kPartOfView));
    const QSizeF size = picture.scaled(most, Qt::KeepAspectRatio).expandedTo({8, 8});
    m_rect = QRectF(view.bottomRight() - QPointF(size.width() + kMargin, size.height() + kMargin), size).toRect();
}

QRectF MiniMap::seen() const {
    const QRectF part = m_transform.toPicture(m_view) & QRectF(QPointF(0, 0), m_picture);
    const double x = m_rect.width() / m_picture.width(), y = m_rect.height() / m_picture.height();
    return {m_rect.left() + part.left() * x, m_rect.top() + part.top() * y, part.width() * x, part.height() * y};
}

ViewTransform MiniMap::centredOn(QPointF pos) const {
    const QPointF part((pos.x() - m_rect.left()) / m_rect.width(), (pos.y() - m_rect.top()) / m_rect.height());
    const QPointF point(part.x() * m_picture.width(), part.y() * m_picture.height());
    return m_transform.moved(m_view.center() - m_transform.toWidget(point));
}

void MiniMap::draw(QPainter& painter, const QImage& overview, const Theme& theme) const {
    painter.save();
    painter.fillRect(m_rect.adjusted(-2, -2, 2, 2), QColor(0, 0, 0, 120));
    painter.fillRect(m_rect.adjusted(-1, -1, 1, 1), theme.line);
    painter.fillRect(m_rect, theme.canvas);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (!overview.isNull()) painter.drawImage(m_rect, overview);
    QPainterPath others;
    others.addRect(m_rect);
    others.addRect(seen());
    painter.fillPath(others, QColor(0, 0, 0, 110));
    painter.setClipRect(m_rect.adjusted(-1, -1, 1, 1));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 160), 3));
    painter.drawRect(seen());
    painter.setPen(QPen(theme.accent, 1.5));
    painter.drawRect(seen());
    painter.restore();
}

} // namespace rb::ui
