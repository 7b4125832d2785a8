#pragma once

#include "core/geometry/shape2.h"
#include "ui/image_view/canvas.h"
#include "ui/tools/snapping.h"

#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

class QKeyEvent;

namespace rb::ui {

/// The one shape that changes under the pointer or the keys; `id` is 0 for one being drawn.
struct LiveShape {
    qint64 id = 0;
    geometry::Shape2 shape;
    friend bool operator==(const LiveShape&, const LiveShape&) = default;
};

/// One mouse tool of the canvas. This class tells a click from a drag and remembers where the drag
/// began, in picture pixels, so that zooming during a drag keeps its start on the picture. What a
/// tool has to show while it works is asked by the view through the const functions.
class CanvasTool {
public:
    explicit CanvasTool(Canvas& canvas) : m_canvas(canvas) {}
    virtual ~CanvasTool() = default;

    void press(QPointF widgetPos, Qt::KeyboardModifiers modifiers);
    /// With or without a button held.
    void move(QPointF widgetPos, Qt::KeyboardModifiers modifiers);
    void release(QPointF widgetPos, Qt::KeyboardModifiers modifiers);
    /// Gives up what is under way; true when there was anything.
    bool cancel();
    bool isPressed() const { return m_pressed; }
    bool isDragging() const { return m_pressed && m_travelled; }

    virtual Qt::CursorShape cursorAt(QPointF widgetPos) const = 0;
    /// True when the tool has used the double click; else it counts as another press.
    virtual bool doubleClick(QPointF widgetPos);
    /// A press of the right button; true when the tool has used it.
    virtual bool secondaryPress(QPointF widgetPos, Qt::KeyboardModifiers modifiers);
    /// True when the tool has used the key.
    virtual bool keyPress(const QKeyEvent& event);
    virtual void keyRelease(const QKeyEvent& event);
    /// Whether the tool needs this key although it may be the shortcut of an action.
    virtual bool claims(const QKeyEvent& event) const;
    /// Asks for what keys have gathered; called before another tool or widget takes over.
    virtual void finish() {}

    /// Whether any region is shown elsewhere than where it is.
    virtual bool hasPreviews() const { return false; }
    /// Where a region is shown while it is being moved or changed.
    virtual std::optional<geometry::Shape2> previewOf(const CanvasRegion& region) const;
    /// The shape being drawn.
    virtual std::optional<geometry::Shape2> newShape() const { return std::nullopt; }
    /// The points of a shape that is not closed yet, the last one under the pointer; picture pixels.
    virtual std::vector<geometry::Point2> openLine() const { return {}; }
    /// What a caption may be made for while it is not final.
    virtual std::optional<LiveShape> live() const;
    /// The point of the selected polygon that keys act on.
    virtual std::optional<std::size_t> activePoint() const { return std::nullopt; }
    /// Whether the pointer should be met by lines across the view.
    virtual bool showsCrosshair() const { return false; }
    /// A selection frame in widget coordinates; null when there is none.
    virtual QRectF selectionFrame() const { return {}; }
    const Guides& guides() const { return m_guides; }

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
    virtual void hovered(const Drag&) {} ///< moved with no button held
    /// After dropped() and clicked(); a tool whose gesture goes on overrides it.
    virtual void released() { cancelled(); }
    /// Forgets the gesture; true when something was under way besides the mouse drag.
    virtual bool cancelled() { return false; }

    Canvas& canvas() const { return m_canvas; }
    QPointF toPicture(QPointF widgetPos) const { return m_canvas.transform().toPicture(widgetPos); }

    /// Takes in the edges there are now, but for those of some regions; nothing unless the view snaps.
    void prepareSnapping(const QSet<qint64>& except = {});
    const Snapper& snapper() const { return m_snapper; }
    /// Sets the guides; with Ctrl the place is taken as it is.
    QPointF snapped(QPointF picturePos, Qt::KeyboardModifiers modifiers);
    void setGuides(const Guides& guides) { m_guides = guides; }
    /// snapped(), and on the pixel grid where nothing attracts.
    QPointF placed(QPointF picturePos, Qt::KeyboardModifiers modifiers);

private:
    Drag dragTo(QPointF widgetPos, Qt::KeyboardModifiers modifiers);
    void endSnapping();

    Canvas& m_canvas;
    Snapper m_snapper;
    Guides m_guides;
    QPointF m_fromPicture;
    QPointF m_from;
    QPointF m_last;
    bool m_pressed = false;
    bool m_travelled = false;
};

} // namespace rb::ui
