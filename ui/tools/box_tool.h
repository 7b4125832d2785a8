#pragma once

#include "ui/tools/draw_tool.h"

namespace rb::ui {

/// Draws boxes: drag from corner to corner (Shift square, Alt from the middle), or with the keyboard:
/// Enter starts a box in the middle of the view, arrows move it, Shift+arrows size it (with Ctrl by
/// single pixels), Enter asks for it.
class BoxTool : public DrawTool {
public:
    using DrawTool::DrawTool;
    std::optional<geometry::Shape2> newShape() const override;

protected:
    void pressed(const Drag& drag) override;
    void dragged(const Drag& drag) override;
    void dropped(const Drag& drag) override;
    bool cancelled() override;
    bool drawingKey(const QKeyEvent& event) override;

private:
    std::optional<geometry::Box2> m_box;
    QPointF m_anchor; ///< picture pixels
};

} // namespace rb::ui
