#pragma once

#include "ui/tools/draw_tool.h"

namespace rb::ui {

/// Draws turned boxes in one of three ways. Clicks: two for an edge, a third for the width. A drag
/// spans a box, then the pointer turns it and a click ends it. Keys: Enter starts a box, arrows move it,
/// Shift+arrows size it, Alt+Left and Alt+Right turn it (with Shift by 15 degrees), Enter asks for it.
/// With Ctrl the pointer turns in steps of 15 degrees.
class RotatedBoxTool : public DrawTool {
public:
    using DrawTool::DrawTool;
    std::optional<geometry::Shape2> newShape() const override;
    std::vector<geometry::Point2> openLine() const override;
    bool claims(const QKeyEvent& event) const override;

protected:
    void pressed(const Drag& drag) override;
    void dragged(const Drag& drag) override;
    void dropped(const Drag& drag) override;
    void clicked(const Drag& drag) override;
    void hovered(const Drag& drag) override;
    void released() override {}
    bool cancelled() override;
    bool drawingKey(const QKeyEvent& event) override;

private:
    enum class Step { Idle, Edge, Width, Spanning, Turning, Keys };

    void follow(QPointF picturePos, Qt::KeyboardModifiers modifiers);
    void turnTo(QPointF picturePos, Qt::KeyboardModifiers modifiers);
    geometry::Shape2 onEdge(QPointF picturePos) const;

    Step m_step = Step::Idle;
    QPointF m_first;  ///< the edge's ends, picture pixels
    QPointF m_second;
    geometry::Shape2 m_shape;  ///< from Width on
    double m_grabbedAt = 0;    ///< direction of the pointer from the middle when turning began
};

} // namespace rb::ui
