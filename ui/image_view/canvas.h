#pragma once

#include "core/geometry/shape2.h"
#include "ui/image_view/canvas_region.h"
#include "ui/image_view/region_index.h"
#include "ui/image_view/view_transform.h"

#include <QHash>
#include <QPointF>
#include <QRectF>
#include <QSet>
#include <QSizeF>

namespace rb::ui {

/// New outlines of regions, by their ids.
using ShapeChanges = QHash<qint64, geometry::Shape2>;

/// What a tool may see and ask of the view it works in. Picture coordinates are picture pixels,
/// widget coordinates are device-independent pixels.
class Canvas {
public:
    virtual ~Canvas() = default;

    virtual QSizeF pictureSize() const = 0; ///< empty when there is no picture
    virtual QRectF viewRect() const = 0;    ///< in widget coordinates
    virtual const ViewTransform& transform() const = 0;
    virtual bool isReadOnly() const = 0;
    virtual bool isSnapping() const = 0; ///< edges attract what is drawn or moved near them

    virtual const RegionIndex& index() const = 0; ///< of all regions; replaced when they are
    virtual const QSet<qint64>& selection() const = 0;
    virtual void setSelection(const QSet<qint64>& ids) = 0;

    virtual void scrollBy(QPointF widgetDelta) = 0;
    virtual void requestShape(const geometry::Shape2& shape) = 0;
    virtual void requestChanges(const ShapeChanges& changes) = 0; ///< one request for all of them
    virtual void requestCaptionEdit(qint64 id) = 0;
    virtual void repaintCanvas() = 0;
};

} // namespace rb::ui
