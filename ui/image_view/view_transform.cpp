#include "ui/image_view/view_transform.h"

#include <algorithm>
#include <cmath>

namespace rb::ui {

namespace {

constexpr double kMargin = 16;    // widget pixels round a fitted picture
constexpr double kKeptPiece = 64; // widget pixels of the picture that stay in the view

QSizeF innerSize(QSizeF view) {
    return {std::max(1.0, view.width() - 2 * kMargin), std::max(1.0, view.height() - 2 * kMargin)};
}

double keptOffset(double offset, double length, double view) {
    const double piece = std::min({kKeptPiece, length, view});
    return std::clamp(offset, piece - length, view - piece);
}

} // namespace

QRectF ViewTransform::toWidget(const geometry::Box2& box) const {
    return {toWidget(QPointF(box.x, box.y)), QSizeF(box.width, box.height) * m_scale};
}

geometry::Shape2 ViewTransform::toWidget(const geometry::Shape2& shape) const {
    geometry::Shape2 result = shape;
    const QRectF rect = toWidget(shape.box);
    result.box = {rect.x(), rect.y(), rect.width(), rect.height()};
    for (geometry::Point2& point : result.points)
        point = {point.x * m_scale + m_offset.x(), point.y * m_scale + m_offset.y()};
    return result;
}

QRectF ViewTransform::toPicture(const QRectF& widgetRect) const {
    return {toPicture(widgetRect.topLeft()), widgetRect.size() / m_scale};
}

ViewTransform ViewTransform::scaledAt(QPointF anchor, double scale) const {
    return {scale, anchor - toPicture(anchor) * scale};
}

ViewTransform ViewTransform::keptInside(QSizeF picture, QSizeF view) const {
    return {m_scale, QPointF(keptOffset(m_offset.x(), picture.width() * m_scale, view.width()),
                             keptOffset(m_offset.y(), picture.height() * m_scale, view.height()))};
}

ViewTransform ViewTransform::snapped(double deviceRatio) const {
    return {m_scale, QPointF(std::round(m_offset.x() * deviceRatio) / deviceRatio,
                             std::round(m_offset.y() * deviceRatio) / deviceRatio)};
}

ViewTransform ViewTransform::fitted(QSizeF picture, QSizeF view, double maxScale) {
    if (picture.isEmpty()) return {};
    const QSizeF inner = innerSize(view);
    const double scale = std::min(inner.width() / picture.width(), inner.height() / picture.height());
    return centred(picture, view, std::min(scale, maxScale));
}

ViewTransform ViewTransform::fittedToWidth(QSizeF picture, QSizeF view, double maxScale) {
    if (picture.isEmpty()) return {};
    const double scale = std::min(innerSize(view).width() / picture.width(), maxScale);
    const ViewTransform middle = centred(picture, view, scale);
    if (picture.height() * scale <= innerSize(view).height()) return middle;
    return {scale, QPointF(middle.offset().x(), kMargin)};
}

ViewTransform ViewTransform::centred(QSizeF picture, QSizeF view, double scale) {
    const QSizeF rest = (view - picture * scale) / 2;
    return {scale, QPointF(rest.width(), rest.height())};
}

} // namespace rb::ui
