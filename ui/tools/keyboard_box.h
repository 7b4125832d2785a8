#pragma once

#include "core/geometry/box2.h"
#include "ui/image_view/canvas.h"

#include <QPointF>

class QKeyEvent;

namespace rb::ui {

/// The way an arrow key points, one long; null for every other key.
QPointF directionOf(int key);

bool isEnter(const QKeyEvent& event);

/// Picture pixels that an arrow key moves something being drawn by: what shows as a visible step, with
/// Ctrl one pixel.
double keyStep(const Canvas& canvas, Qt::KeyboardModifiers modifiers);

/// The part of the picture that is in the view; all of it when none is.
QRectF visiblePicture(const Canvas& canvas);

/// The box that drawing with the keyboard begins with: in the middle of what is seen.
geometry::Box2 startingBox(const Canvas& canvas);

/// The box after an arrow key: moved, with Shift sized; inside the picture.
geometry::Box2 movedOrSized(const geometry::Box2& box, const Canvas& canvas, const QKeyEvent& event);

} // namespace rb::ui
