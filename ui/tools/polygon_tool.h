#pragma once

#include "ui/tools/draw_tool.h"

namespace rb::ui {

/// Draws polygons: each click puts a point; Enter, a double click or a click on the first point closes
/// it, Backspace takes the last point back. With the keyboard Enter shows a mark in the middle of the
/// view, arrows move it (with Ctrl by single pixels), Enter puts a point there, and Enter once more at
/// the same place, or at the first point, closes the polygon.
class PolygonTool : public DrawTool {
public:
    using DrawTool::DrawTool;
    std::optional<geometry::Shape2> newShape() const override { return std::nullopt; }
    std::vector<geometry::Point2> openLine() const override;
    std::optional<LiveShape> live() const override;
    bool doubleClick(QPointF widgetPos) override;
    bool claims(const QKeyEvent& event) const override;

protected:
    void pressed(const Drag& drag) override;
    void dragged(const Drag& drag) override { hovered(drag); }
    void dropped(const Drag& drag) override { clicked(drag); }
    void clicked(const Drag& drag) override;
    void hovered(const Drag& drag) override;
    void released() override {}
    bool cancelled() override;
    bool drawingKey(const QKeyEvent& event) override;

private:
    bool isAtFirst(QPointF picturePos) const;
    void putPoint(QPointF picturePos);
    void close();
    void enter();
    void takeBack();

    std::vector<geometry::Point2> m_points;
    std::optional<QPointF> m_end; ///< where the next point would go
    bool m_keys = false;          ///< arrows move m_end
};

} // namespace rb::ui
