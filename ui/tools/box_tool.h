#pragma once

#include "ui/tools/canvas_tool.h"

namespace rb::ui {

/// Draws boxes: drag from corner to corner (Shift square, Alt from the middle), or with the keyboard:
/// Enter starts a box in the middle of the view, arrows move it, Shift+arrows size it (with Ctrl by
/// single pixels), Enter asks for it.
class BoxTool : public CanvasTool {
public:
    using CanvasTool::CanvasTool;
    Qt::CursorShape cursorAt(QPointF widgetPos) const override;
    bool keyPress(const QKeyEvent& event) override;
    std::optional<geometry::Box2> newBox() const override { return m_box; }
    bool showsCrosshair() const override;
    /// Whether a box is being drawn with the keyboard.
    bool hasKeyboardBox() const { return m_box && !isPressed(); }

protected:
    void dragged(const Drag& drag) override;
    void dropped(const Drag& drag) override;
    bool cancelled() override;

private:
    geometry::Box2 startingBox() const;
    void moveOrSize(QPointF direction, Qt::KeyboardModifiers modifiers);

    std::optional<geometry::Box2> m_box;
};

} // namespace rb::ui
