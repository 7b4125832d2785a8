#pragma once

#include "core/geometry/box2.h"
#include "ui/image_view/canvas.h"

#include <QPointF>
#include <QRectF>

#include <optional>

class QKeyEvent;

namespace rb::ui {

/// One mouse tool of the canvas. This class tells a click from a drag and remembers where the drag
/// began, in picture pixels, so that zooming during a drag keeps its start on the picture. What a
/// tool has to show while it works is asked by the view through the const functions.
class CanvasTool {
public:
    explicit CanvasTool(Canvas& canvas) : m_canvas(canvas) {}
    virtual ~CanvasTool() = default;

    void press(QPointF widgetPos, Qt::KeyboardModifiers modifiers);
    void move(QPointF widgetPos, Qt::KeyboardModifiers modifiers);
    void release(QPointF widgetPos, Qt::KeyboardModifiers modifiers);
    /// Gives up what is under way; true when there was anything.
    bool cancel();
    bool isPressed() const { return m_pressed; }
    bool isDragging() const { return m_pressed && m_travelled; }

    virtual Qt::CursorShape cursorAt(QPointF widgetPos) const = 0;
    /// True when the tool has used the key.
    virtual bool keyPress(const QKeyEvent& event);
    virtual void keyRelease(const QKeyEvent& event);
    /// Asks for what keys have gathered; called before another tool or widget takes over.
    virtual void finish() {}

    /// Where a region is shown while it is being moved or resized.
    virtual std::optional<geometry::Box2> previewOf(const CanvasRegion& region) const;
    /// The box being drawn.
    virtual std::optional<geometry::Box2> newBox() const { return std::nullopt; }
    /// Whether the pointer should be met by lines across the view.
    virtual bool showsCrosshair() const { return false; }
    /// A selection frame in widget coordinates; null when there is none.
    virtual QRectF selectionFrame() const { return {}; }

protected:
    struct Drag {
        QPointF fromPicture;
        QPointF from; ///< widget coordinates of `fromPicture` now
        QPointF to;   ///< widget coordinates
        QPointF step; ///< widget pixels since the last call
        Qt::KeyboardModifiers modifiers;
    };

    virtual void pressed(const Drag&) {}
    virtual void dragged(const Drag&) {}
    virtual void dropped(const Drag&) {}
    virtual void clicked(const Drag&) {} ///< released where it was pressed
    /// Forgets the gesture; true when something was under way besides the mouse drag.
    virtual bool cancelled() { return false; }

    Canvas& canvas() const { return m_canvas; }

private:
    Drag dragTo(QPointF widgetPos, Qt::KeyboardModifiers modifiers);

    Canvas& m_canvas;
    QPointF m_fromPicture;
    QPointF m_from;
    QPointF m_last;
    bool m_pressed = false;
    bool m_travelled = false;
};

} // namespace rb::ui
