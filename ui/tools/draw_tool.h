#pragma once

#include "ui/tools/canvas_tool.h"

namespace rb::ui {

/// What the tools that draw new regions have in common: none of them works on a read-only view or
/// without a picture, and each ends in Canvas::requestShape().
class DrawTool : public CanvasTool {
public:
    using CanvasTool::CanvasTool;
    Qt::CursorShape cursorAt(QPointF widgetPos) const override;
    bool showsCrosshair() const override;
    bool keyPress(const QKeyEvent& event) override;
    bool claims(const QKeyEvent& event) const override;
    /// Whether something is begun that is not a region yet.
    bool isBusy() const { return newShape() || !openLine().empty(); }

protected:
    bool canDraw() const;
    /// A key while it can draw and no button is held; true when it was used.
    virtual bool drawingKey(const QKeyEvent& event) = 0;
    /// Asks for the shape when it is large enough, and forgets the gesture.
    void ask(const geometry::Shape2& shape);
};

} // namespace rb::ui
