#pragma once

#include "core/geometry/box2.h"

#include <QPointF>
#include <QSizeF>

#include <vector>

namespace rb::ui {

/// The smallest width and height of a box, in picture pixels.
inline constexpr double kMinBoxSide = 3;

/// A corner or side of a box.
enum class Handle { None, TopLeft, Top, TopRight, Right, BottomRight, Bottom, BottomLeft, Left };

/// How the pointer's place becomes a box.
struct DragRule {
    double aspect = 0;       ///< width / height to keep; 0: free
    bool fromCentre = false; ///< the anchor is the middle, not a corner
    bool exactX = false;     ///< x was snapped to something: not onto the pixel grid
    bool exactY = false;
};

/// The point moved into the picture and onto the pixel grid.
QPointF onPixelGrid(QPointF picturePos, QSizeF picture);

/// The box between `anchor` and `pos`, inside the picture. The anchor is taken as it is; `pos` goes
/// to the pixel grid, but where the rule takes it as it is. It may come out smaller than kMinBoxSide.
geometry::Box2 spanned(QPointF anchor, QPointF pos, const DragRule& rule, QSizeF picture);

/// The box after its handle was dragged to `pos`: not below kMinBoxSide, inside the picture. Sides
/// that the handle does not touch keep their place; dragging across the far side turns the box over.
geometry::Box2 resized(const geometry::Box2& box, Handle handle, QPointF pos, const DragRule& rule,
                       QSizeF picture);

/// The part of `delta` by which all boxes can move and stay inside the picture.
QPointF boundedMove(const std::vector<geometry::Box2>& boxes, QPointF delta, QSizeF picture);
/// The same in whole pixels: the part of `delta`, rounded, by which all boxes can move and stay inside the picture.
QPointF allowedMove(const std::vector<geometry::Box2>& boxes, QPointF delta, QSizeF picture);

geometry::Box2 movedBy(const geometry::Box2& box, QPointF delta);

bool isLargeEnough(const geometry::Box2& box);

} // namespace rb::ui
