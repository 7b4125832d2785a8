#pragma once

#include "ui/tools/box_edit.h"
#include "ui/tools/canvas_tool.h"

#include <vector>

namespace rb::ui {

/// Picks, moves, resizes and nudges regions; dragging over empty canvas selects by a frame. A press
/// inside a selected region drags it even when a smaller one lies within; a click picks the smallest.
class SelectTool : public CanvasTool {
public:
    using CanvasTool::CanvasTool;
    Qt::CursorShape cursorAt(QPointF widgetPos) const override;
    bool keyPress(const QKeyEvent& event) override;
    void keyRelease(const QKeyEvent& event) override;
    void finish() override;
    std::optional<geometry::Box2> previewOf(const CanvasRegion& region) const override;
    QRectF selectionFrame() const override { return m_frame; }

protected:
    void pressed(const Drag& drag) override;
    void dragged(const Drag& drag) override;
    void dropped(const Drag& drag) override;
    void clicked(const Drag& drag) override;
    bool cancelled() override;

private:
    enum class Gesture { None, Move, Resize, Frame };

    bool isMovable(const CanvasRegion& region) const;
    std::vector<geometry::Box2> movableBoxes() const;
    Handle handleUnder(QPointF widgetPos) const;
    const CanvasRegion* resizable() const; ///< the one selected region, when it can be resized
    bool pressesSelection(QPointF picturePos) const;
    void requestMove(QPointF delta);
    void selectFramed(Qt::KeyboardModifiers modifiers);

    Gesture m_gesture = Gesture::None;
    Handle m_handle = Handle::None;
    qint64 m_resizedId = 0;
    geometry::Box2 m_resizedBox;
    bool m_boxChanged = false;
    QPointF m_move;  ///< picture pixels
    QPointF m_nudge; ///< picture pixels gathered from arrow keys, not yet asked for
    QRectF m_frame;
    bool m_selectedOnPress = false;
};

} // namespace rb::ui
