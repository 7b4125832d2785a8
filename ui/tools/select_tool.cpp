#include "ui/tools/select_tool.h"

#include "ui/tools/hit_test.h"

#include <QKeyEvent>

#include <utility>

namespace rb::ui {

namespace {

QRectF widgetRect(const Canvas& canvas, const geometry::Box2& box) {
    return {canvas.toWidget({box.x, box.y}), canvas.toWidget({box.x + box.width, box.y + box.height})};
}

QPointF nudgeOf(const QKeyEvent& event) {
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) return {};
    const double step = event.modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    switch (event.key()) {
    case Qt::Key_Left:
        return {-step, 0};
    case Qt::Key_Right:
        return {step, 0};
    case Qt::Key_Up:
        return {0, -step};
    case Qt::Key_Down:
        return {0, step};
    default:
        return {};
    }
}

bool adds(Qt::KeyboardModifiers modifiers) {
    return bool(modifiers & (Qt::ShiftModifier | Qt::ControlModifier));
}

} // namespace

Qt::CursorShape SelectTool::cursorAt(QPointF widgetPos) const {
    if (m_gesture == Gesture::Resize) return cursorFor(m_handle);
    if (m_gesture == Gesture::Frame) return Qt::CrossCursor;
    if (const Handle handle = handleUnder(widgetPos); handle != Handle::None) return cursorFor(handle);
    const QPointF pos = canvas().toPicture(widgetPos);
    if (!canvas().isReadOnly() && pressesSelection(pos)) return Qt::SizeAllCursor;
    return regionAt(canvas().regions(), pos) ? Qt::PointingHandCursor : Qt::ArrowCursor;
}

void SelectTool::pressed(const Drag& drag) {
    finish();
    m_selectedOnPress = false;
    m_handle = handleUnder(drag.to);
    if (m_handle != Handle::None) {
        const CanvasRegion* region = resizable();
        m_gesture = Gesture::Resize;
        m_resizedId = region->id;
        m_resizedBox = region->box;
        return;
    }
    m_gesture = Gesture::Frame;
    if (pressesSelection(drag.fromPicture)) {
        m_gesture = Gesture::Move;
    } else if (const CanvasRegion* hit = regionAt(canvas().regions(), drag.fromPicture)) {
        m_gesture = Gesture::Move;
        if (adds(drag.modifiers)) return;
        canvas().setSelection({hit->id});
        m_selectedOnPress = true;
    }
}

void SelectTool::dragged(const Drag& drag) {
    const QPointF now = canvas().toPicture(drag.to);
    if (m_gesture == Gesture::Move && !canvas().isReadOnly()) {
        m_move = allowedMove(movableBoxes(), now - drag.fromPicture, canvas().pictureSize());
    } else if (m_gesture == Gesture::Resize) {
        const CanvasRegion* region = regionById(canvas().regions(), m_resizedId);
        if (!region) return;
        const bool keepShape = drag.modifiers.testFlag(Qt::ShiftModifier) && region->box.height > 0;
        const DragRule rule{keepShape ? region->box.width / region->box.height : 0.0,
                            drag.modifiers.testFlag(Qt::AltModifier)};
        m_resizedBox = resized(region->box, m_handle, now, rule, canvas().pictureSize());
        m_boxChanged = !(m_resizedBox == region->box);
    } else if (m_gesture == Gesture::Frame) {
        m_frame = QRectF(drag.from, drag.to).normalized();
    }
}

void SelectTool::dropped(const Drag& drag) {
    // The gesture ends before the request, so that a view updated within it shows no stale preview.
    const Gesture gesture = std::exchange(m_gesture, Gesture::None);
    if (gesture == Gesture::Move) requestMove(std::exchange(m_move, {}));
    if (gesture == Gesture::Resize && std::exchange(m_boxChanged, false) &&
        regionById(canvas().regions(), m_resizedId))
        canvas().requestChange(m_resizedId, m_resizedBox);
    if (gesture == Gesture::Frame) selectFramed(drag.modifiers);
}

void SelectTool::clicked(const Drag& drag) {
    if (m_gesture == Gesture::Resize || m_selectedOnPress) return;
    const CanvasRegion* hit = regionAt(canvas().regions(), drag.fromPicture);
    if (!adds(drag.modifiers)) {
        canvas().setSelection(hit ? QSet<qint64>{hit->id} : QSet<qint64>{});
    } else if (hit) {
        QSet<qint64> ids = canvas().selection();
        if (!ids.remove(hit->id)) ids.insert(hit->id);
        canvas().setSelection(ids);
    }
}

bool SelectTool::cancelled() {
    const bool any = !m_nudge.isNull();
    m_gesture = Gesture::None;
    m_handle = Handle::None;
    m_boxChanged = false;
    m_move = m_nudge = {};
    m_frame = {};
    return any;
}

bool SelectTool::keyPress(const QKeyEvent& event) {
    const QPointF step = nudgeOf(event);
    const std::vector<geometry::Box2> boxes = movableBoxes();
    if (step.isNull() || isPressed() || boxes.empty()) return false;
    m_nudge = allowedMove(boxes, m_nudge + step, canvas().pictureSize());
    canvas().repaintCanvas();
    return true;
}

void SelectTool::keyRelease(const QKeyEvent& event) {
    const bool arrow = event.key() == Qt::Key_Left || event.key() == Qt::Key_Right ||
                       event.key() == Qt::Key_Up || event.key() == Qt::Key_Down;
    if (arrow && !event.isAutoRepeat()) finish();
}

void SelectTool::finish() {
    requestMove(std::exchange(m_nudge, {}));
}

std::optional<geometry::Box2> SelectTool::previewOf(const CanvasRegion& region) const {
    if (m_gesture == Gesture::Resize && region.id == m_resizedId && m_boxChanged) return m_resizedBox;
    const QPointF delta = m_move + m_nudge;
    if (!delta.isNull() && isMovable(region)) return movedBy(region.box, delta);
    return std::nullopt;
}

bool SelectTool::isMovable(const CanvasRegion& region) const {
    return !region.locked && !region.hidden && canvas().selection().contains(region.id);
}

std::vector<geometry::Box2> SelectTool::movableBoxes() const {
    std::vector<geometry::Box2> boxes;
    if (canvas().isReadOnly() || canvas().selection().isEmpty()) return boxes;
    for (const CanvasRegion& region : canvas().regions())
        if (isMovable(region)) boxes.push_back(region.box);
    return boxes;
}

const CanvasRegion* SelectTool::resizable() const {
    if (canvas().isReadOnly() || canvas().selection().size() != 1) return nullptr;
    const CanvasRegion* region = regionById(canvas().regions(), *canvas().selection().begin());
    return region && isMovable(*region) ? region : nullptr;
}

Handle SelectTool::handleUnder(QPointF widgetPos) const {
    const CanvasRegion* region = resizable();
    return region ? handleAt(widgetRect(canvas(), region->box), widgetPos) : Handle::None;
}

bool SelectTool::pressesSelection(QPointF picturePos) const {
    if (canvas().selection().isEmpty()) return false;
    for (const CanvasRegion& region : canvas().regions()) {
        const QRectF box(region.box.x, region.box.y, region.box.width, region.box.height);
        if (isMovable(region) && box.contains(picturePos)) return true;
    }
    return false;
}

void SelectTool::requestMove(QPointF delta) {
    if (delta.isNull()) return;
    std::vector<std::pair<qint64, geometry::Box2>> moves; // a request may replace the regions
    for (const CanvasRegion& region : canvas().regions())
        if (isMovable(region)) moves.emplace_back(region.id, movedBy(region.box, delta));
    for (const auto& [id, box] : moves)
        canvas().requestChange(id, box);
}

void SelectTool::selectFramed(Qt::KeyboardModifiers modifiers) {
    QSet<qint64> ids = adds(modifiers) ? canvas().selection() : QSet<qint64>{};
    for (const CanvasRegion& region : canvas().regions())
        if (!region.hidden && m_frame.contains(widgetRect(canvas(), region.box))) ids.insert(region.id);
    canvas().setSelection(ids);
}

} // namespace rb::ui
