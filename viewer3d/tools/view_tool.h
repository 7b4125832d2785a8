#pragma once

#include "viewer3d/boxes/region_box.h"
#include "viewer3d/camera/projection.h"
#include "viewer3d/scene/view_look.h"

#include <QPointF>
#include <QPolygonF>

#include <optional>
#include <vector>

class QKeyEvent;
class QPainter;

namespace rb::viewer3d {

/// What a tool may see and ask of the view it works in. Places are those of the octree, pixels device-independent.
class ToolView {
public:
    virtual ~ToolView() = default;

    virtual const Projection& projection() const = 0;
    /// Of the point under a pixel.
    virtual std::optional<Vec3d> placeUnder(QPointF pos) const = 0;
    virtual double floorHeight() const = 0; ///< the lowest z of the cloud
    virtual const std::vector<RegionBox>& regions() const = 0;
    virtual bool isReadOnly() const = 0;
    virtual const ViewLook& look() const = 0;

    virtual void requestBox(const geometry::Box3& box) = 0;
    /// Shows a box elsewhere than it is, id 0: one being drawn; requestBox(), requestChange() or dropPreview() ends it.
    virtual void preview(qint64 id, const geometry::Box3& box) = 0;
    virtual void dropPreview() = 0;
    virtual void requestChange(qint64 id, const geometry::Box3& box) = 0;
    /// A click on a region, id 0: on none.
    virtual void clickRegion(qint64 id, Qt::KeyboardModifiers modifiers) = 0;
    virtual void markArea(const QPolygonF& polygon, Qt::KeyboardModifiers modifiers) = 0;
    virtual void brush(QPointF centre, double radius, Qt::KeyboardModifiers modifiers) = 0;
    virtual void endBrush() = 0;
    virtual void repaintView() = 0;
};

/// One mouse tool of the view. Where it does not take the left button, dragging moves the camera; a press that does not
/// travel is a click for it all the same.
class ViewTool {
public:
    explicit ViewTool(ToolView& view) : m_view(view) {}
    virtual ~ViewTool() = default;

    /// Whether a press of the left button there begins a gesture of the tool.
    virtual bool takes(QPointF pos) const = 0;
    virtual void press(QPointF, Qt::KeyboardModifiers) {}
    virtual void drag(QPointF, Qt::KeyboardModifiers) {}
    /// After press(); `travelled` tells a drag from a click.
    virtual void release(QPointF, Qt::KeyboardModifiers, bool /*travelled*/) {}
    virtual void hover(QPointF, Qt::KeyboardModifiers) {}
    /// Pressed and released at one place that the tool did not take.
    virtual void click(QPointF, Qt::KeyboardModifiers) {}
    virtual bool doubleClick(QPointF) { return false; }
    /// True when the tool has used the key.
    virtual bool keyPress(const QKeyEvent&) { return false; }
    virtual void keyRelease(const QKeyEvent&) {}
    /// Gives up what is under way; true when there was anything.
    virtual bool cancel() { return false; }
    /// Asks for what keys have gathered; called before another tool or widget takes over.
    virtual void finish() {}
    virtual void paint(QPainter&) const {}
    virtual Qt::CursorShape cursorAt(QPointF) const { return Qt::CrossCursor; }

protected:
    ToolView& view() const { return m_view; }

private:
    ToolView& m_view;
};

/// Enter or Return.
bool endsShape(const QKeyEvent& event);
/// The outline of what is being marked.
void paintMarking(QPainter& painter, const QPolygonF& outline, const ViewLook& look, bool closed);

} // namespace rb::viewer3d
