#include "ui/tools/polygon_tool.h"

#include "ui/tools/keyboard_box.h"
#include "ui/tools/shape_edit.h"

#include <QKeyEvent>

#include <cmath>

namespace rb::ui {

namespace {

constexpr double kFirstReach = 8; // widget pixels
constexpr double kSamePlace = 0.5; // picture pixels

double distance(QPointF a, geometry::Point2 b) {
    return std::hypot(a.x() - b.x, a.y() - b.y);
}

} // namespace

std::vector<geometry::Point2> PolygonTool::openLine() const {
    std::vector<geometry::Point2> line = m_points;
    if (m_end) line.push_back({m_end->x(), m_end->y()});
    return line;
}

std::optional<LiveShape> PolygonTool::live() const {
    geometry::Shape2 shape = geometry::polygon(m_points);
    return isLargeEnough(shape) ? std::optional(LiveShape{0, std::move(shape)}) : std::nullopt;
}

void PolygonTool::pressed(const Drag& drag) {
    if (!canDraw()) return;
    m_keys = false;
    hovered(drag);
}

void PolygonTool::hovered(const Drag& drag) {
    if (!canDraw() || m_keys || (m_points.empty() && !isPressed())) return;
    prepareSnapping();
    m_end = placed(toPicture(drag.to), drag.modifiers);
    if (isAtFirst(*m_end)) m_end = QPointF(m_points.front().x, m_points.front().y);
    canvas().repaintCanvas();
}

void PolygonTool::clicked(const Drag&) {
    if (m_end) putPoint(*m_end);
}

bool PolygonTool::doubleClick(QPointF) {
    if (m_points.empty()) return false;
    close();
    return true;
}

bool PolygonTool::isAtFirst(QPointF picturePos) const {
    return m_points.size() >= kFewestPoints &&
           distance(picturePos, m_points.front()) * canvas().transform().scale() <= kFirstReach;
}

void PolygonTool::putPoint(QPointF picturePos) {
    if (isAtFirst(picturePos)) {
        close();
    } else if (m_points.empty() || distance(picturePos, m_points.back()) > kSamePlace) {
        m_points.push_back({picturePos.x(), picturePos.y()});
    }
}

void PolygonTool::close() {
    const geometry::Shape2 shape = geometry::polygon(m_points);
    if (isLargeEnough(shape)) ask(shape);
}

bool PolygonTool::cancelled() {
    const bool any = !m_points.empty() || m_keys;
    m_points.clear();
    m_end.reset();
    m_keys = false;
    return any;
}

bool PolygonTool::claims(const QKeyEvent& event) const {
    const bool back = event.key() == Qt::Key_Backspace && !event.modifiers();
    return DrawTool::claims(event) || (back && isBusy());
}

bool PolygonTool::drawingKey(const QKeyEvent& event) {
    if (isEnter(event)) {
        enter();
    } else if (event.key() == Qt::Key_Backspace && isBusy()) {
        takeBack();
    } else if (const QPointF way = directionOf(event.key()); isBusy() && !way.isNull()) {
        m_keys = true;
        m_end = onPixelGrid(*m_end + way * keyStep(canvas(), event.modifiers()), canvas().pictureSize());
    } else {
        return false;
    }
    return true;
}

void PolygonTool::enter() {
    if (!isBusy()) {
        m_keys = true;
        m_end = onPixelGrid(visiblePicture(canvas()).center(), canvas().pictureSize());
    } else if (!m_keys || (!m_points.empty() && distance(*m_end, m_points.back()) <= kSamePlace)) {
        close();
    } else {
        putPoint(*m_end);
    }
}

void PolygonTool::takeBack() {
    if (!m_points.empty()) m_points.pop_back();
    if (m_points.empty() && !m_keys) cancelled();
}

} // namespace rb::ui
