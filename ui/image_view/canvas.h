#pragma once

#include "core/geometry/box2.h"
#include "ui/image_view/canvas_region.h"

#include <QPointF>
#include <QRectF>
#include <QSet>
#include <QSizeF>

#include <vector>

namespace rb::ui {

/// What a tool may see and ask of the view it works in. Picture coordinates are picture pixels,
/// widget coordinates are device-independent pixels.
class Canvas {
public:
    virtual ~Canvas() = default;

    virtual QSizeF pictureSize() const = 0; ///< empty when there is no picture
    virtual QRectF viewRect() const = 0;    ///< in widget coordinates
    virtual QPointF toPicture(QPointF widgetPos) const = 0;
    virtual QPointF toWidget(QPointF picturePos) const = 0;
    virtual bool isReadOnly() const = 0;

    virtual const std::vector<CanvasRegion>& regions() const = 0;
    virtual const QSet<qint64>& selection() const = 0;
    virtual void setSelection(const QSet<qint64>& ids) = 0;

    virtual void scrollBy(QPointF widgetDelta) = 0;
    virtual void requestBox(const geometry::Box2& box) = 0;
    virtual void requestChange(qint64 id, const geometry::Box2& box) = 0;
    virtual void requestCaptionEdit(qint64 id) = 0;
    virtual void repaintCanvas() = 0;
};

} // namespace rb::ui
