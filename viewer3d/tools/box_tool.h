#pragma once

#include "viewer3d/tools/view_tool.h"

namespace rb::viewer3d {

/// Draws boxes: a click on a point puts a corner of the base at its height (beside the cloud: on the floor), a second one
/// the opposite corner, or one drag puts both; then the pointer sets the height, and a click or Enter ends it. Backspace
/// goes one step back.
class BoxTool : public ViewTool {
public:
    using ViewTool::ViewTool;
    bool takes(QPointF) const override { return !view().isReadOnly(); }
    void press(QPointF pos, Qt::KeyboardModifiers modifiers) override;
    void drag(QPointF pos, Qt::KeyboardModifiers modifiers) override { hover(pos, modifiers); }
    void release(QPointF pos, Qt::KeyboardModifiers modifiers, bool travelled) override;
    void hover(QPointF pos, Qt::KeyboardModifiers modifiers) override;
    bool keyPress(const QKeyEvent& event) override;
    bool cancel() override;
    void paint(QPainter& painter) const override;

private:
    enum class Step { First, Second, Height };

    std::optional<Vec3d> onBase(QPointF pos) const;
    void showBox();
    void end();

    Step m_step = Step::First;
    bool m_justBegun = false; ///< the press under way has put the first corner
    Vec3d m_first{};
    Vec3d m_second{};
    double m_top = 0;
};

} // namespace rb::viewer3d
