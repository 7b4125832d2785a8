// Which of the selected regions may be changed, what keys do to them, and how it is asked for;
// select_tool.cpp holds what the mouse does.
#include "ui/tools/hit_test.h"
#include "ui/tools/keyboard_box.h"
#include "ui/tools/select_tool.h"
#include "ui/tools/shape_edit.h"

#include <QKeyEvent>

#include <utility>

namespace rb::ui {

namespace {

constexpr double kFarStep = 10;   // picture pixels with Shift
constexpr double kTurnStep = 15;  // degrees with Shift

double stepOf(const QKeyEvent& event, double far) {
    return event.modifiers().testFlag(Qt::ShiftModifier) ? far : 1;
}

bool isOnlyWith(const QKeyEvent& event, Qt::KeyboardModifier modifier) {
    const Qt::KeyboardModifiers others = ~(Qt::ShiftModifier | Qt::KeypadModifier);
    return (event.modifiers() & others) == modifier;
}

} // namespace

bool SelectTool::isMovable(const CanvasRegion& region) const {
    return !region.locked && !region.hidden && canvas().selection().contains(region.id);
}

std::vector<const CanvasRegion*> SelectTool::movable() const {
    std::vector<const CanvasRegion*> regions;
    if (canvas().isReadOnly()) return regions;
    for (const qint64 id : canvas().selection())
        if (const CanvasRegion* region = canvas().index().byId(id); region && isMovable(*region))
            regions.push_back(region);
    return regions;
}

std::vector<geometry::Box2> SelectTool::movableBounds() const {
    std::vector<geometry::Box2> bounds;
    for (const CanvasRegion* region : movable())
        bounds.push_back(region->box());
    return bounds;
}

const CanvasRegion* SelectTool::editable() const {
    const std::vector<const CanvasRegion*> regions =
        canvas().selection().size() == 1 ? movable() : std::vector<const CanvasRegion*>{};
    return regions.empty() ? nullptr : regions.front();
}

bool SelectTool::pressesSelection(QPointF picturePos) const {
    const RegionIndex& index = canvas().index();
    for (const std::uint32_t place : index.meeting({picturePos, QSizeF(0, 0)}))
        if (isMovable(index.region(place)) && holds(index.region(place).shape, picturePos)) return true;
    return false;
}

void SelectTool::requestMove(QPointF delta) {
    if (delta.isNull()) return;
    ShapeChanges changes;
    for (const CanvasRegion* region : movable())
        changes.insert(region->id, geometry::moved(region->shape, delta.x(), delta.y()));
    if (!changes.isEmpty()) canvas().requestChanges(changes);
}

void SelectTool::requestShape(const GripDrag& change) {
    if (change.isChanged() && canvas().index().byId(change.id()))
        canvas().requestChanges({{change.id(), change.shape()}});
}

void SelectTool::finish() {
    requestMove(std::exchange(m_nudge, {}));
    requestShape(std::exchange(m_keyEdit, {}));
}

std::optional<std::size_t> SelectTool::activePoint() const {
    const CanvasRegion* region = editable();
    if (!m_active || !region || region->id != m_active->region) return std::nullopt;
    if (m_active->index >= region->shape.points.size()) return std::nullopt;
    return m_active->index;
}

bool SelectTool::claims(const QKeyEvent& event) const {
    const bool arrow = !directionOf(event.key()).isNull();
    if (arrow && (isOnlyWith(event, Qt::ControlModifier) || isOnlyWith(event, Qt::AltModifier))) return editable();
    const bool point = event.key() == Qt::Key_Delete || event.key() == Qt::Key_Backspace ||
                       event.key() == Qt::Key_Insert || event.key() == Qt::Key_Escape;
    return point && !event.modifiers() && activePoint();
}

bool SelectTool::keyPress(const QKeyEvent& event) {
    if (isPressed() || !(pointKey(event) || editByKey(event) || nudge(event))) return false;
    canvas().repaintCanvas();
    return true;
}

void SelectTool::keyRelease(const QKeyEvent& event) {
    if (!directionOf(event.key()).isNull() && !event.isAutoRepeat()) finish();
}

bool SelectTool::nudge(const QKeyEvent& event) {
    if (!isOnlyWith(event, Qt::NoModifier)) return false;
    const QPointF step = directionOf(event.key()) * stepOf(event, kFarStep);
    const std::vector<geometry::Box2> bounds = movableBounds();
    if (step.isNull() || bounds.empty()) return false;
    requestShape(std::exchange(m_keyEdit, {}));
    m_nudge = allowedMove(bounds, m_nudge + step, canvas().pictureSize());
    return true;
}

bool SelectTool::editByKey(const QKeyEvent& event) {
    const CanvasRegion* region = editable();
    if (!region || directionOf(event.key()).isNull()) return false;
    const bool continues = m_keyEdit.id() == region->id;
    const auto shape = editedBy(event, continues ? m_keyEdit.shape() : region->shape);
    if (!shape) return false;
    requestMove(std::exchange(m_nudge, {}));
    // A request may have replaced the regions.
    region = editable();
    if (!region) return true;
    if (!continues) m_keyEdit = GripDrag(*region, {});
    m_keyEdit.set(*shape);
    return true;
}

std::optional<geometry::Shape2> SelectTool::editedBy(const QKeyEvent& event, const geometry::Shape2& shape) const {
    const QSizeF picture = canvas().pictureSize();
    const QPointF way = directionOf(event.key());
    if (isOnlyWith(event, Qt::AltModifier) && way.x() != 0)
        return turnedBy(shape, way.x() * stepOf(event, kTurnStep), picture);
    if (isOnlyWith(event, Qt::NoModifier) && activePoint()) {
        const geometry::Point2 at = shape.points[*activePoint()];
        return withPointAt(shape, *activePoint(), QPointF(at.x, at.y) + way * stepOf(event, kFarStep), picture);
    }
    if (!isOnlyWith(event, Qt::ControlModifier)) return std::nullopt;
    const geometry::Shape2::Kind kind = shape.kind;
    const geometry::Box2 box = kind == geometry::Shape2::Kind::Polygon ? geometry::boundsOf(shape) : shape.box;
    const QPointF corner =
        QPointF(box.x + box.width, box.y + box.height) + way * stepOf(event, kFarStep);
    const Handle handle = way.x() != 0 ? Handle::Right : Handle::Bottom;
    const DragRule exact{0, false, true, true};
    return resizedShape(shape, handle, turnedAbout(corner, centreOf(shape), shape.angle), exact, picture);
}

bool SelectTool::pointKey(const QKeyEvent& event) {
    const CanvasRegion* region = editable();
    if (!region || region->shape.points.empty()) return false;
    const std::size_t count = region->shape.points.size();
    const auto active = activePoint();
    const bool round = event.key() == Qt::Key_Up || event.key() == Qt::Key_Down;
    if (round && isOnlyWith(event, Qt::AltModifier)) {
        finish();
        const std::size_t step = event.key() == Qt::Key_Down ? 1 : count - 1;
        m_active = Point{region->id, active ? (*active + step) % count : 0};
        return true;
    }
    if (!active || event.modifiers()) return false;
    if (event.key() == Qt::Key_Delete || event.key() == Qt::Key_Backspace) {
        removePoint(*region, *active);
    } else if (event.key() == Qt::Key_Insert) {
        const geometry::Point2 a = region->shape.points[*active], b = region->shape.points[(*active + 1) % count];
        const QPointF middle((a.x + b.x) / 2, (a.y + b.y) / 2);
        m_active = Point{region->id, *active + 1};
        canvas().requestChanges({{region->id, withPointAfter(region->shape, *active, middle, canvas().pictureSize())}});
    } else if (event.key() == Qt::Key_Escape) {
        m_active.reset();
    } else {
        return false;
    }
    return true;
}

} // namespace rb::ui
