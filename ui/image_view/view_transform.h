#pragma once

#include "core/geometry/shape2.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace rb::ui {

/// Where the picture lies in the widget: widget = picture · scale + offset. A value; every change
/// makes a new one.
class ViewTransform {
public:
    ViewTransform() = default;
    ViewTransform(double scale, QPointF offset) : m_scale(scale), m_offset(offset) {}

    double scale() const { return m_scale; } ///< widget pixels per picture pixel
    QPointF offset() const { return m_offset; }

    QPointF toWidget(QPointF picturePos) const { return picturePos * m_scale + m_offset; }
    QPointF toPicture(QPointF widgetPos) const { return (widgetPos - m_offset) / m_scale; }
    QRectF toWidget(const geometry::Box2& box) const;
    geometry::Shape2 toWidget(const geometry::Shape2& shape) const;
    QRectF toPicture(const QRectF& widgetRect) const;

    /// Another scale with the picture point under `anchor` (widget coordinates) staying there.
    ViewTransform scaledAt(QPointF anchor, double scale) const;
    ViewTransform moved(QPointF widgetDelta) const { return {m_scale, m_offset + widgetDelta}; }
    /// The same scale, shifted so that a piece of the picture stays in the view.
    ViewTransform keptInside(QSizeF picture, QSizeF view) const;
    /// The offset rounded to screen pixels, so that pixels at 100 % are copied, not resampled.
    ViewTransform snapped(double deviceRatio) const;

    /// The whole picture in the middle of the view, never above `maxScale`.
    static ViewTransform fitted(QSizeF picture, QSizeF view, double maxScale);
    /// The full width of the picture, its top at the top of the view when it is taller.
    static ViewTransform fittedToWidth(QSizeF picture, QSizeF view, double maxScale);
    /// The picture's middle in the middle of the view.
    static ViewTransform centred(QSizeF picture, QSizeF view, double scale);

private:
    double m_scale = 1;
    QPointF m_offset;
};

} // namespace rb::ui
