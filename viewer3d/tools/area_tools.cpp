#include "viewer3d/tools/area_tools.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace rb::viewer3d {
namespace {

constexpr double kStep = 3;       // pixels between the points of a line drawn by hand
constexpr double kCloseReach = 9; // pixels
constexpr double kThinnest = 2, kThickest = 250, kThicker = 1.2;

} // namespace

void RectangleTool::press(QPointF pos, Qt::KeyboardModifiers) {
    m_from = pos;
    m_frame = QRectF(pos, pos);
}

void RectangleTool::drag(QPointF pos, Qt::KeyboardModifiers) {
    m_frame = QRectF(m_from, pos).normalized();
    view().repaintView();
}

void RectangleTool::release(QPointF, Qt::KeyboardModifiers modifiers, bool travelled) {
    const QPolygonF marked = outline();
    m_frame.reset();
    view().repaintView();
    if (travelled) view().markArea(marked, modifiers);
}

bool RectangleTool::cancel() { return std::exchange(m_frame, std::nullopt).has_value(); }

QPolygonF RectangleTool::outline() const {
    if (!m_frame) return {};
    return QPolygonF({m_frame->topLeft(), m_frame->topRight(), m_frame->bottomRight(), m_frame->bottomLeft()});
}

void RectangleTool::paint(QPainter& painter) const {
    if (m_frame) paintMarking(painter, outline(), view().look(), true);
}

void LassoTool::press(QPointF pos, Qt::KeyboardModifiers) { m_line = QPolygonF({pos}); }

void LassoTool::drag(QPointF pos, Qt::KeyboardModifiers) {
    if (!m_line.isEmpty() && (pos - m_line.last()).manhattanLength() < kStep) return;
    m_line.append(pos);
    view().repaintView();
}

void LassoTool::release(QPointF, Qt::KeyboardModifiers modifiers, bool) {
    const QPolygonF line = std::exchange(m_line, {});
    view().repaintView();
    if (line.size() > 2) view().markArea(line, modifiers);
}

bool LassoTool::cancel() { return !std::exchange(m_line, {}).isEmpty(); }

void LassoTool::paint(QPainter& painter) const {
    if (m_line.size() > 1) paintMarking(painter, m_line, view().look(), false);
}

void PolygonTool::release(QPointF pos, Qt::KeyboardModifiers modifiers, bool) {
    if (m_points.size() > 2 && (pos - m_points.first()).manhattanLength() < kCloseReach) {
        close(modifiers);
        return;
    }
    m_points.append(pos);
    m_end = pos;
    view().repaintView();
}

void PolygonTool::hover(QPointF pos, Qt::KeyboardModifiers) {
    m_end = pos;
    if (!m_points.isEmpty()) view().repaintView();
}

bool PolygonTool::doubleClick(QPointF) {
    if (m_points.size() < 3) return false;
    close(Qt::NoModifier);
    return true;
}

bool PolygonTool::keyPress(const QKeyEvent& event) {
    if (m_points.isEmpty()) return false;
    if (endsShape(event)) {
        close(event.modifiers() & ~Qt::KeypadModifier);
    } else if (event.key() == Qt::Key_Backspace) {
        m_points.removeLast();
        view().repaintView();
    } else {
        return false;
    }
    return true;
}

void PolygonTool::close(Qt::KeyboardModifiers modifiers) {
    const QPolygonF points = std::exchange(m_points, {});
    view().repaintView();
    if (points.size() > 2) view().markArea(points, modifiers);
}

bool PolygonTool::cancel() { return !std::exchange(m_points, {}).isEmpty(); }

void PolygonTool::paint(QPainter& painter) const {
    if (m_points.isEmpty()) return;
    QPolygonF line = m_points;
    line.append(m_end);
    paintMarking(painter, line, view().look(), false);
    painter.setBrush(view().look().accent);
    painter.drawEllipse(m_points.first(), 4, 4);
}

void BrushTool::stroke(QPointF pos, Qt::KeyboardModifiers modifiers) {
    m_pos = pos;
    view().brush(pos, m_radius, modifiers);
    view().repaintView();
}

void BrushTool::release(QPointF, Qt::KeyboardModifiers, bool) { view().endBrush(); }

void BrushTool::hover(QPointF pos, Qt::KeyboardModifiers) {
    m_pos = pos;
    view().repaintView();
}

bool BrushTool::keyPress(const QKeyEvent& event) {
    if (event.key() != Qt::Key_BracketLeft && event.key() != Qt::Key_BracketRight) return false;
    const double times = event.key() == Qt::Key_BracketRight ? kThicker : 1 / kThicker;
    m_radius = std::clamp(m_radius * times, kThinnest, kThickest);
    view().repaintView();
    return true;
}

void BrushTool::paint(QPainter& painter) const {
    if (!m_pos) return;
    painter.setBrush(Qt::NoBrush);
    for (const auto& [color, width] : {std::pair(view().look().plate, 3.0), std::pair(view().look().accent, 1.4)}) {
        painter.setPen(QPen(color, width));
        painter.drawEllipse(*m_pos, m_radius, m_radius);
    }
}

} // namespace rb::viewer3d
