#include "ui/tools/select_tool.h"

#include "ui/tools/hit_test.h"
#include "ui/tools/shape_edit.h"

#include <utility>

namespace rb::ui {

namespace {

constexpr double kOutlineReach = 4; // widget pixels

bool adds(Qt::KeyboardModifiers modifiers) {
    return bool(modifiers & (Qt::ShiftModifier | Qt::ControlModifier));
}

} // namespace

Qt::CursorShape SelectTool::cursorAt(QPointF widgetPos) const {
    if (m_gesture == Gesture::Grip) return cursorFor(m_grip.grip(), m_grip.shape().angle);
    if (m_gesture == Gesture::Frame) return Qt::CrossCursor;
    if (const Grip grip = gripUnder(widgetPos); grip.kind != Grip::Kind::None)
        return cursorFor(grip, editable()->shape.angle);
    const QPointF pos = toPicture(widgetPos);
    if (!canvas().isReadOnly() && pressesSelection(pos)) return Qt::SizeAllCursor;
    return hitBy(pos) ? Qt::PointingHandCursor : Qt::ArrowCursor;
}

void SelectTool::pressed(const Drag& drag) {
    finish();
    m_selectedOnPress = false;
    if (const Grip grip = gripUnder(drag.to); grip.kind != Grip::Kind::None) {
        press(*editable(), grip);
        return;
    }
    m_active.reset();
    m_gesture = Gesture::Frame;
    if (pressesSelection(drag.fromPicture)) {
        m_gesture = Gesture::Move;
    } else if (const CanvasRegion* hit = hitBy(drag.fromPicture)) {
        m_gesture = Gesture::Move;
        if (!adds(drag.modifiers)) {
            canvas().setSelection({hit->id});
            m_selectedOnPress = true;
        }
    }
    if (m_gesture == Gesture::Move) prepareSnapping(canvas().selection());
}

void SelectTool::press(const CanvasRegion& region, const Grip& grip) {
    m_gesture = Gesture::Grip;
    m_grip = GripDrag(region, grip);
    m_active.reset();
    if (grip.kind == Grip::Kind::Point) m_active = Point{region.id, grip.point};
    // Sides of a turned box do not run along anything they could be snapped to.
    const bool turnedSide = grip.kind == Grip::Kind::Side && region.shape.kind == geometry::Shape2::Kind::RotatedBox;
    if (grip.kind != Grip::Kind::Turn && !turnedSide) prepareSnapping({region.id});
}

void SelectTool::dragged(const Drag& drag) {
    if (m_gesture == Gesture::Move && !canvas().isReadOnly()) {
        moveSelection(drag);
    } else if (m_gesture == Gesture::Grip && canvas().index().byId(m_grip.id())) {
        const QPointF to = snapped(toPicture(drag.to), drag.modifiers);
        m_grip.moveTo({drag.fromPicture, to, guides(), drag.modifiers}, canvas());
    } else if (m_gesture == Gesture::Frame) {
        m_frame = QRectF(drag.from, drag.to).normalized();
    }
}

void SelectTool::moveSelection(const Drag& drag) {
    const std::vector<geometry::Box2> bounds = movableBounds();
    const QSizeF picture = canvas().pictureSize();
    QPointF way = toPicture(drag.to) - drag.fromPicture;
    Guides guides;
    if (!bounds.empty() && !drag.modifiers.testFlag(Qt::ControlModifier)) {
        std::vector<geometry::Point2> corners;
        for (const geometry::Box2& box : bounds)
            corners.insert(corners.end(), {{box.x, box.y}, {box.x + box.width, box.y + box.height}});
        way += snapper().correction(movedBy(geometry::boundsOf(corners), way), guides);
    }
    const QPointF whole = allowedMove(bounds, way, picture), exact = boundedMove(bounds, way, picture);
    m_move = {guides.x ? exact.x() : whole.x(), guides.y ? exact.y() : whole.y()};
    setGuides(guides);
}

void SelectTool::dropped(const Drag& drag) {
    // The gesture ends before the request, so that a view updated within it shows no stale preview.
    const Gesture gesture = std::exchange(m_gesture, Gesture::None);
    if (gesture == Gesture::Move) requestMove(std::exchange(m_move, {}));
    if (gesture == Gesture::Grip) requestShape(std::exchange(m_grip, {}));
    if (gesture == Gesture::Frame) selectFramed(drag.modifiers);
}

void SelectTool::clicked(const Drag& drag) {
    if (drag.modifiers.testFlag(Qt::ControlModifier) && insertPoint(drag.to)) return;
    if (m_gesture == Gesture::Grip || m_selectedOnPress) return;
    const CanvasRegion* hit = hitBy(drag.fromPicture);
    if (!adds(drag.modifiers)) {
        canvas().setSelection(hit ? QSet<qint64>{hit->id} : QSet<qint64>{});
    } else if (hit) {
        QSet<qint64> ids = canvas().selection();
        if (!ids.remove(hit->id)) ids.insert(hit->id);
        canvas().setSelection(ids);
    }
}

bool SelectTool::doubleClick(QPointF widgetPos) {
    if (insertPoint(widgetPos)) return true;
    const CanvasRegion* hit = hitBy(toPicture(widgetPos));
    if (hit) canvas().requestCaptionEdit(hit->id);
    return hit != nullptr;
}

bool SelectTool::secondaryPress(QPointF widgetPos, Qt::KeyboardModifiers modifiers) {
    const Grip grip = gripUnder(widgetPos);
    if (!modifiers.testFlag(Qt::ControlModifier) || grip.kind != Grip::Kind::Point) return false;
    removePoint(*editable(), grip.point);
    return true;
}

bool SelectTool::insertPoint(QPointF widgetPos) {
    const CanvasRegion* region = editable();
    if (!region || gripUnder(widgetPos).kind == Grip::Kind::Point) return false;
    const auto edge = edgeAt(canvas().transform().toWidget(region->shape), widgetPos);
    if (!edge) return false;
    m_active = Point{region->id, *edge + 1};
    const QSizeF picture = canvas().pictureSize();
    canvas().requestChanges(
        {{region->id, withPointAfter(region->shape, *edge, onPixelGrid(toPicture(widgetPos), picture), picture)}});
    return true;
}

void SelectTool::removePoint(const CanvasRegion& region, std::size_t index) {
    m_active.reset();
    const geometry::Shape2 shape = withoutPoint(region.shape, index);
    if (shape.points.size() < region.shape.points.size()) canvas().requestChanges({{region.id, shape}});
}

bool SelectTool::cancelled() {
    const bool any = !m_nudge.isNull() || m_keyEdit.isChanged();
    m_gesture = Gesture::None;
    m_grip = m_keyEdit = {};
    m_move = m_nudge = {};
    m_frame = {};
    return any;
}

bool SelectTool::hasPreviews() const {
    return !(m_move + m_nudge).isNull() || m_grip.isChanged() || m_keyEdit.isChanged();
}

std::optional<geometry::Shape2> SelectTool::previewOf(const CanvasRegion& region) const {
    for (const GripDrag* change : {&m_grip, &m_keyEdit})
        if (change->isChanged() && change->id() == region.id) return change->shape();
    const QPointF delta = m_move + m_nudge;
    if (!delta.isNull() && isMovable(region)) return geometry::moved(region.shape, delta.x(), delta.y());
    return std::nullopt;
}

std::optional<LiveShape> SelectTool::live() const {
    const CanvasRegion* region = editable();
    const auto shape = region ? previewOf(*region) : std::nullopt;
    return shape ? std::optional(LiveShape{region->id, *shape}) : std::nullopt;
}

Grip SelectTool::gripUnder(QPointF widgetPos) const {
    const CanvasRegion* region = editable();
    return region ? gripAt(canvas().transform().toWidget(region->shape), widgetPos, canvas().viewRect()) : Grip();
}

const CanvasRegion* SelectTool::hitBy(QPointF picturePos) const {
    return regionAt(canvas().index(), picturePos, kOutlineReach / canvas().transform().scale());
}

void SelectTool::selectFramed(Qt::KeyboardModifiers modifiers) {
    QSet<qint64> ids = adds(modifiers) ? canvas().selection() : QSet<qint64>{};
    const RegionIndex& index = canvas().index();
    for (const std::uint32_t place : index.meeting(canvas().transform().toPicture(m_frame)))
        if (!index.region(place).hidden && m_frame.contains(canvas().transform().toWidget(index.bounds(place))))
            ids.insert(index.region(place).id);
    canvas().setSelection(ids);
}

} // namespace rb::ui
