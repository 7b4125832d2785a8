#pragma once

#include "ui/image_view/view_transform.h"

#include <QImage>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

class QPainter;

namespace rb::ui {

struct Theme;

/// The small picture in a corner of the view that shows which part of the large one is seen. It is
/// there only while the picture is larger than the view. All places are in widget coordinates.
class MiniMap {
public:
    MiniMap(QSizeF picture, const QRectF& view, const ViewTransform& transform);

    bool isShown() const { return !m_rect.isEmpty(); }
    QRectF rect() const { return m_rect; }
    /// The part of the map that stands for what is seen.
    QRectF seen() const;
    /// The transform that has the picture's point under `pos` in the middle of the view.
    ViewTransform centredOn(QPointF pos) const;
    void draw(QPainter& painter, const QImage& overview, const Theme& theme) const;

private:
    QSizeF m_picture;
    QRectF m_view;
    ViewTransform m_transform;
    QRectF m_rect; ///< empty: not shown
};

} // namespace rb::ui
