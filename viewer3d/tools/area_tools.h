#pragma once

#include "viewer3d/tools/view_tool.h"

namespace rb::viewer3d {

/// Marks what a dragged rectangle holds.
class RectangleTool : public ViewTool {
public:
    using ViewTool::ViewTool;
    bool takes(QPointF) const override { return true; }
    void press(QPointF pos, Qt::KeyboardModifiers modifiers) override;
    void drag(QPointF pos, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF pos, Qt::KeyboardModifiers modifiers, bool travelled) override;
    bool cancel() override;
    void paint(QPainter& painter) const override;

private:
    QPolygonF outline() const;
    std::optional<QRectF> m_frame;
    QPointF m_from;
};

/// Marks what a line drawn by hand goes round.
class LassoTool : public ViewTool {
public:
    using ViewTool::ViewTool;
    bool takes(QPointF) const override { return true; }
    void press(QPointF pos, Qt::KeyboardModifiers modifiers) override;
    void drag(QPointF pos, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF pos, Qt::KeyboardModifiers modifiers, bool travelled) override;
    bool cancel() override;
    void paint(QPainter& painter) const override;

private:
    QPolygonF m_line;
};

/// Marks what a polygon holds: each click puts a point; Enter, a double click or a click on the first point closes it,
/// Backspace takes the last point back.
class PolygonTool : public ViewTool {
public:
    using ViewTool::ViewTool;
    bool takes(QPointF) const override { return true; }
    void release(QPointF pos, Qt::KeyboardModifiers modifiers, bool travelled) override;
    void hover(QPointF pos, Qt::KeyboardModifiers modifiers) override;
    void drag(QPointF pos, Qt::KeyboardModifiers modifiers) override { hover(pos, modifiers); }
    bool doubleClick(QPointF pos) override;
    bool keyPress(const QKeyEvent& event) override;
    bool cancel() override;
    void paint(QPainter& painter) const override;

private:
    void close(Qt::KeyboardModifiers modifiers);
    QPolygonF m_points;
    QPointF m_end;
};

/// Marks what a round brush goes over; [ and ] change its radius.
class BrushTool : public ViewTool {
public:
    using ViewTool::ViewTool;
    bool takes(QPointF) const override { return true; }
    void press(QPointF pos, Qt::KeyboardModifiers modifiers) override { stroke(pos, modifiers); }
    void drag(QPointF pos, Qt::KeyboardModifiers modifiers) override { stroke(pos, modifiers); }
    void release(QPointF pos, Qt::KeyboardModifiers modifiers, bool travelled) override;
    void hover(QPointF pos, Qt::KeyboardModifiers modifiers) override;
    bool keyPress(const QKeyEvent& event) override;
    void paint(QPainter& painter) const override;
    Qt::CursorShape cursorAt(QPointF) const override { return Qt::BlankCursor; }
    double radius() const { return m_radius; } ///< pixels

private:
    void stroke(QPointF pos, Qt::KeyboardModifiers modifiers);
    std::optional<QPointF> m_pos;
    double m_radius = 18;
};

} // namespace rb::viewer3d
