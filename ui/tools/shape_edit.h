#pragma once

#include "core/geometry/shape2.h"
#include "ui/tools/box_edit.h"

#include <QPointF>
#include <QSizeF>

namespace rb::ui {

/// A polygon keeps at least so many points.
inline constexpr std::size_t kFewestPoints = 3;

/// The middle that a shape is turned about.
QPointF centreOf(const geometry::Shape2& shape);

/// The point turned about `centre`, clockwise as seen on the screen.
QPointF turnedAbout(QPointF point, QPointF centre, double degrees);

/// Degrees clockwise from "to the right", as seen on the screen, of the way from `from` to `to`.
double directionDegrees(QPointF from, QPointF to);

/// The shape after its handle was dragged to `pos`. A box follows resized(); a turned box keeps its angle
/// and its far sides, and does not turn over; a polygon is stretched with its bounds.
geometry::Shape2 resizedShape(const geometry::Shape2& shape, Handle handle, QPointF pos, const DragRule& rule,
                              QSizeF picture);

/// Turned about its middle. A box becomes a turned box, and a box again at 0 degrees. Of a polygon, the
/// points stay in the picture.
geometry::Shape2 turnedBy(const geometry::Shape2& shape, double degrees, QSizeF picture);

/// One point of a polygon at another place, inside the picture.
geometry::Shape2 withPointAt(const geometry::Shape2& polygon, std::size_t index, QPointF pos, QSizeF picture);
/// A new point behind the one at `index`.
geometry::Shape2 withPointAfter(const geometry::Shape2& polygon, std::size_t index, QPointF pos, QSizeF picture);
/// Without one point; unchanged when it has only kFewestPoints.
geometry::Shape2 withoutPoint(const geometry::Shape2& polygon, std::size_t index);

/// Whether it is large enough to be a region.
bool isLargeEnough(const geometry::Shape2& shape);

} // namespace rb::ui
