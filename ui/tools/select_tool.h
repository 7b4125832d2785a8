#pragma once

#include "ui/tools/canvas_tool.h"
#include "ui/tools/grip_drag.h"

#include <vector>

namespace rb::ui {

/// Picks, moves, resizes, turns and nudges regions; dragging over empty canvas selects by a frame. A press
/// inside a selected region drags it even when a smaller one lies within; a click picks the smallest.
/// Polygons: points are dragged; a double click or Ctrl+click on an edge makes one, Del or a right click
/// with Ctrl takes one away. Keys for the selected region: arrows move it, Ctrl+arrows size it, Alt+Left
/// and Alt+Right turn it, Alt+Up and Alt+Down go round a polygon's points, which arrows then move.
class SelectTool : public CanvasTool {
public:
    using CanvasTool::CanvasTool;
    Qt::CursorShape cursorAt(QPointF widgetPos) const override;
    bool doubleClick(QPointF widgetPos) override;
    bool secondaryPress(QPointF widgetPos, Qt::KeyboardModifiers modifiers) override;
    bool keyPress(const QKeyEvent& event) override;
    void keyRelease(const QKeyEvent& event) override;
    bool claims(const QKeyEvent& event) const override;
    void finish() override;
    bool hasPreviews() const override;
    std::optional<geometry::Shape2> previewOf(const CanvasRegion& region) const override;
    std::optional<LiveShape> live() const override;
    std::optional<std::size_t> activePoint() const override;
    QRectF selectionFrame() const override { return m_frame; }

protected:
    void pressed(const Drag& drag) override;
    void dragged(const Drag& drag) override;
    void dropped(const Drag& drag) override;
    void clicked(const Drag& drag) override;
    bool cancelled() override;

private:
    enum class Gesture { None, Move, Grip, Frame };
    struct Point {
        qint64 region = 0;
        std::size_t index = 0;
    };

    // what may be changed
    bool isMovable(const CanvasRegion& region) const;
    std::vector<const CanvasRegion*> movable() const;
    std::vector<geometry::Box2> movableBounds() const;
    const CanvasRegion* editable() const; ///< the one selected region, when its shape can be changed
    Grip gripUnder(QPointF widgetPos) const;
    const CanvasRegion* hitBy(QPointF picturePos) const;
    bool pressesSelection(QPointF picturePos) const;

    // by the mouse
    void press(const CanvasRegion& region, const Grip& grip);
    void moveSelection(const Drag& drag);
    void requestMove(QPointF delta);
    void requestShape(const GripDrag& change);
    bool insertPoint(QPointF widgetPos);
    void removePoint(const CanvasRegion& region, std::size_t index);
    void selectFramed(Qt::KeyboardModifiers modifiers);

    // by keys
    bool nudge(const QKeyEvent& event);
    bool editByKey(const QKeyEvent& event);
    bool pointKey(const QKeyEvent& event);
    std::optional<geometry::Shape2> editedBy(const QKeyEvent& event, const geometry::Shape2& shape) const;

    Gesture m_gesture = Gesture::None;
    GripDrag m_grip;    ///< of the mouse
    GripDrag m_keyEdit; ///< gathered from keys, not yet asked for
    QPointF m_move;     ///< picture pixels
    QPointF m_nudge;    ///< picture pixels gathered from arrow keys, not yet asked for
    QRectF m_frame;
    bool m_selectedOnPress = false;
    std::optional<Point> m_active;
};

} // namespace rb::ui
