#pragma once

#include "ui/image_view/canvas_region.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace rb::ui {

struct Theme;

/// The colour of a region's state; muted for None.
QColor stateColor(CanvasRegion::State state, const Theme& theme);

/// Draws the state as a sign that is told apart without colour: pencil (draft), tick (accepted),
/// cross (rejected), three dots (running); nothing for None.
void drawStateGlyph(QPainter& painter, const QRectF& rect, CanvasRegion::State state, const QColor& color);

/// A padlock.
void drawLockGlyph(QPainter& painter, const QRectF& rect, const QColor& color);

} // namespace rb::ui
