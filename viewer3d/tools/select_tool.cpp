#include "viewer3d/tools/select_tool.h"

#include "viewer3d/boxes/box_changes.h"
#include "viewer3d/overlay/region_overlay.h"

#include <QKeyEvent>

#include <limits>
#include <utility>

namespace rb::viewer3d {
namespace {

double volumeOf(const geometry::Box3& box) { return box.size[0] * box.size[1] * box.size[2]; }

} // namespace

const RegionBox* regionAt(const std::vector<RegionBox>& regions, const Projection& projection, QPointF pos) {
    const Ray ray = projection.rayAt(pos.x(), pos.y());
    const RegionBox* found = nullptr;
    double nearest = std::numeric_limits<double>::infinity();
    for (const RegionBox& region : regions) {
        const auto hit = region.hidden ? std::nullopt : whereHit(region.box, ray);
        if (!hit || *hit > nearest) continue;
        if (found && *hit == nearest && volumeOf(region.box) >= volumeOf(found->box)) continue;
        nearest = *hit;
        found = &region;
    }
    return found;
}

const RegionBox* SelectTool::editable() const {
    const RegionBox* only = nullptr;
    for (const RegionBox& region : view().regions()) {
        if (!region.selected || region.hidden) continue;
        if (only) return nullptr;
        only = &region;
    }
    return view().isReadOnly() ? nullptr : only;
}

const geometry::Box3& SelectTool::shown(const RegionBox& region) const {
    if (m_drag.id() == region.id) return m_drag.box();
    return m_keys.id == region.id ? m_keys.box : region.box;
}

BoxHandle SelectTool::handleUnder(QPointF pos) const {
    const RegionBox* region = editable();
    return region ? handleAt(shown(*region), view().projection(), pos) : BoxHandle::None;
}

void SelectTool::press(QPointF pos, Qt::KeyboardModifiers) {
    finish();
    const RegionBox* region = editable();
    if (region) m_drag = BoxDrag(region->id, region->box, handleUnder(pos), view().projection(), pos);
}

void SelectTool::drag(QPointF pos, Qt::KeyboardModifiers modifiers) {
    if (m_drag.id() == 0) return;
    m_drag.moveTo(view().projection(), pos, modifiers.testFlag(Qt::AltModifier), modifiers.testFlag(Qt::ControlModifier));
    view().preview(m_drag.id(), m_drag.box());
}

void SelectTool::release(QPointF, Qt::KeyboardModifiers, bool) {
    // The gesture ends before the request, so that a view updated within it shows no stale preview.
    const BoxDrag done = std::exchange(m_drag, {});
    if (done.isChanged()) {
        view().requestChange(done.id(), done.box());
    } else {
        view().dropPreview();
    }
}

void SelectTool::hover(QPointF pos, Qt::KeyboardModifiers) {
    const BoxHandle hot = handleUnder(pos);
    if (std::exchange(m_hot, hot) != hot) view().repaintView();
}

void SelectTool::click(QPointF pos, Qt::KeyboardModifiers modifiers) {
    finish();
    const RegionBox* hit = regionAt(view().regions(), view().projection(), pos);
    view().clickRegion(hit ? hit->id : 0, modifiers);
}

bool SelectTool::keyPress(const QKeyEvent& event) {
    const RegionBox* region = editable();
    if (!region || m_drag.id() != 0) return false;
    const auto edited = editedByKey(shown(*region), view().projection().camera(), event.key(), event.modifiers() & ~Qt::KeypadModifier);
    if (!edited) return false;
    m_keys = {region->id, *edited};
    view().preview(region->id, *edited);
    return true;
}

void SelectTool::keyRelease(const QKeyEvent& event) {
    if (!event.isAutoRepeat() && event.key() != Qt::Key_Shift) finish();
}

bool SelectTool::cancel() {
    const bool any = m_drag.id() != 0 || m_keys.id != 0;
    m_drag = {};
    m_keys = {};
    if (any) view().dropPreview();
    return any;
}

void SelectTool::finish() {
    const KeyEdit done = std::exchange(m_keys, {});
    if (done.id != 0) view().requestChange(done.id, done.box);
}

void SelectTool::paint(QPainter& painter) const {
    if (const RegionBox* region = editable())
        paintHandles(painter, shown(*region), view().projection(), view().look(), m_drag.id() != 0 ? m_drag.handle() : m_hot);
}

Qt::CursorShape SelectTool::cursorAt(QPointF pos) const {
    if (m_drag.id() != 0) return Qt::ClosedHandCursor;
    return handleUnder(pos) != BoxHandle::None ? Qt::OpenHandCursor : Qt::ArrowCursor;
}

} // namespace rb::viewer3d
