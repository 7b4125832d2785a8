#pragma once

#include "core/geometry/shape2.h"
#include "ui/tools/box_edit.h"

#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

namespace rb::ui {

/// What of a selected shape can be dragged. All shapes and places here are in widget coordinates.
struct Grip {
    enum class Kind { None, Side, Turn, Point };
    Kind kind = Kind::None;
    Handle handle = Handle::None; ///< of Side: corners and sides in the shape's own, turned axes
    std::size_t point = 0;        ///< of Point: its place in the polygon

    friend bool operator==(const Grip&, const Grip&) = default;
};

/// The box that carries the eight handles: the shape's own before turning, of a polygon one that lies a
/// little outside of it, so that its points stay free.
geometry::Shape2 handleFrame(const geometry::Shape2& shape);

/// The way from the frame that carries the handles to the shape's own edge, for a handle of a polygon.
QPointF frameOffset(const geometry::Shape2& shape, Handle handle);

/// Where the eight handles are drawn, in the order of Handle from TopLeft.
std::vector<QPointF> handleCentres(const geometry::Shape2& shape);

/// Where the handle that turns the shape is drawn: beyond its upper edge, or beyond the lower one when
/// there is no room for it in the view.
QPointF turnGripCentre(const geometry::Shape2& shape, const QRectF& view);

/// What a press at `pos` takes: points first, then the handle that turns, then corners and sides. A
/// box's sides can be taken anywhere, a polygon's only at their handles.
Grip gripAt(const geometry::Shape2& shape, QPointF pos, const QRectF& view);

/// The edge near `pos`, named by its first point; of polygons only.
std::optional<std::size_t> edgeAt(const geometry::Shape2& shape, QPointF pos);

/// The cursor for a handle that was turned with its shape.
Qt::CursorShape cursorFor(const Grip& grip, double angle);

} // namespace rb::ui
