#pragma once

#include "viewer3d/boxes/box_handles.h"
#include "viewer3d/tools/view_tool.h"

namespace rb::viewer3d {

/// Picks regions by a click, and changes the one that is selected: its handles by the mouse (Alt moves upright, Ctrl
/// turns by steps), arrows, PgUp and PgDn, Z and X by keys. Keys held or struck in a row are one request, made when they
/// are let go. Elsewhere dragging moves the camera.
class SelectTool : public ViewTool {
public:
    using ViewTool::ViewTool;
    bool takes(QPointF pos) const override { return handleUnder(pos) != BoxHandle::None; }
    void press(QPointF pos, Qt::KeyboardModifiers modifiers) override;
    void drag(QPointF pos, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF pos, Qt::KeyboardModifiers modifiers, bool travelled) override;
    void hover(QPointF pos, Qt::KeyboardModifiers modifiers) override;
    void click(QPointF pos, Qt::KeyboardModifiers modifiers) override;
    bool keyPress(const QKeyEvent& event) override;
    void keyRelease(const QKeyEvent& event) override;
    bool cancel() override;
    void finish() override;
    void paint(QPainter& painter) const override;
    Qt::CursorShape cursorAt(QPointF pos) const override;

private:
    const RegionBox* editable() const; ///< the one selected region, when it may be changed
    BoxHandle handleUnder(QPointF pos) const;
    const geometry::Box3& shown(const RegionBox& region) const;

    BoxDrag m_drag;
    BoxHandle m_hot = BoxHandle::None;
    struct KeyEdit {
        qint64 id = 0; ///< 0: none
        geometry::Box3 box;
    } m_keys;
};

/// The visible region that the ray through a pixel meets first, the smaller of those that hold the eye; null when there
/// is none.
const RegionBox* regionAt(const std::vector<RegionBox>& regions, const Projection& projection, QPointF pos);

} // namespace rb::viewer3d
