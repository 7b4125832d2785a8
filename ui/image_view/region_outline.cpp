#include "ui/image_view/region_outline.h"

#include <QPainter>

#include <cmath>

namespace rb::ui {

namespace {

constexpr double kSmallBox = 14; // thinner lines below
constexpr double kPointSide = 7;

const QColor kShade(0, 0, 0, 150);
const QColor kInnerShade(0, 0, 0, 80);
const QColor kGlare(255, 255, 255, 190);
const QColor kInnerGlare(255, 255, 255, 110);

bool isDark(const QColor& color) {
    // The one dark colour of the palette is black; no contrast has to be worked out for each region.
    return color.lightness() < 40;
}

bool isBox(const geometry::Shape2& shape) {
    return shape.kind == geometry::Shape2::Kind::Box;
}

} // namespace

QRectF RegionOutline::snapped(const QRectF& rect) const {
    const auto snap = [this](double v) { return std::round(v * m_ratio) / m_ratio; };
    return {QPointF(snap(rect.left()), snap(rect.top())), QPointF(snap(rect.right()), snap(rect.bottom()))};
}

void RegionOutline::frame(const QRectF& rect, double outset, double width, const QColor& color) {
    const QRectF r = rect.adjusted(-outset, -outset, outset, outset);
    const double inner = r.height() - 2 * width;
    m_painter.fillRect(QRectF(r.left(), r.top(), r.width(), width), color);
    m_painter.fillRect(QRectF(r.left(), r.bottom() - width, r.width(), width), color);
    m_painter.fillRect(QRectF(r.left(), r.top() + width, width, inner), color);
    m_painter.fillRect(QRectF(r.right() - width, r.top() + width, width, inner), color);
}

QPolygonF RegionOutline::polygonOf(const geometry::Shape2& shape) const {
    QPolygonF polygon;
    for (const geometry::Point2& corner : geometry::cornersOf(shape))
        polygon << m_transform.toWidget(QPointF(corner.x, corner.y));
    return polygon;
}

void RegionOutline::stroke(const QPolygonF& polygon, double width, const QColor& color, bool dashed) {
    QPen pen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (dashed) pen.setDashPattern({4, 3});
    m_painter.setPen(pen);
    m_painter.drawPolygon(polygon);
}

void RegionOutline::draw(const ShownRegion& shown) {
    if (isBox(shown.shape())) {
        drawBox(shown);
    } else {
        drawPolygon(shown);
    }
}

void RegionOutline::drawBox(const ShownRegion& shown) {
    const QRectF rect = snapped(shown.rect);
    if (shown.selected) {
        selectedFrame(rect);
        return;
    }
    const bool dark = isDark(shown.color);
    if (shown.region->state == CanvasRegion::Rejected) {
        m_painter.setBrush(Qt::NoBrush);
        stroke(QPolygonF(rect), 3, dark ? kGlare : kShade);
        stroke(QPolygonF(rect), 1.5, shown.color, true);
        return;
    }
    if (std::min(rect.width(), rect.height()) < kSmallBox) {
        frame(rect, 1, 1, dark ? kGlare : kShade);
        frame(rect, 0, 1, shown.color);
        return;
    }
    const double width = shown.hovered ? 3 : 2;
    frame(rect, 2, 1, dark ? kGlare : kShade);
    frame(rect, 1, width, shown.color);
    frame(rect, 1 - width, 1, dark ? kInnerGlare : kInnerShade);
}

void RegionOutline::drawPolygon(const ShownRegion& shown) {
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setBrush(Qt::NoBrush);
    const QPolygonF polygon = polygonOf(shown.shape());
    if (shown.selected) {
        selectedPolygon(polygon);
    } else {
        const double width = shown.hovered ? 3 : 2;
        stroke(polygon, width + 2, isDark(shown.color) ? kGlare : kShade);
        stroke(polygon, width, shown.color, shown.region->state == CanvasRegion::Rejected);
    }
    m_painter.restore();
}

void RegionOutline::drawGhost(const ShownRegion& shown) {
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    QColor tint = shown.color;
    tint.setAlpha(26);
    m_painter.setBrush(tint);
    QColor line = isDark(shown.color) ? QColor(Qt::white) : shown.color;
    line.setAlpha(150);
    const QPolygonF polygon = isBox(shown.shape()) ? QPolygonF(snapped(shown.rect)) : polygonOf(shown.shape());
    QPen pen(line, 1);
    pen.setDashPattern({2, 3});
    m_painter.setPen(pen);
    m_painter.drawPolygon(polygon);
    m_painter.restore();
}

void RegionOutline::selectedFrame(const QRectF& rect) {
    frame(rect, 3, 1, QColor(0, 0, 0, 200));
    frame(rect, 2, 1, Qt::white);
    frame(rect, 1, 2, m_theme.accent);
    frame(rect, -1, 1, Qt::white);
    frame(rect, -2, 1, kInnerShade);
}

void RegionOutline::selectedPolygon(const QPolygonF& polygon) {
    stroke(polygon, 6, QColor(0, 0, 0, 170));
    stroke(polygon, 4, Qt::white);
    stroke(polygon, 2, m_theme.accent);
}

void RegionOutline::drawHandle(QPointF centre, double side, bool filled) {
    QRectF square(0, 0, side, side);
    square.moveCenter(centre);
    square = snapped(square);
    m_painter.fillRect(square.adjusted(-1, -1, 1, 1), QColor(0, 0, 0, 170));
    m_painter.fillRect(square, m_theme.accent);
    if (!filled) m_painter.fillRect(square.adjusted(1.5, 1.5, -1.5, -1.5), Qt::white);
}

void RegionOutline::drawNew(const geometry::Shape2& shape) {
    QColor tint = m_theme.accent;
    tint.setAlpha(30);
    if (isBox(shape)) {
        const QRectF rect = m_transform.toWidget(shape.box);
        m_painter.fillRect(rect, tint);
        selectedFrame(snapped(rect));
        return;
    }
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    const QPolygonF polygon = polygonOf(shape);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(tint);
    m_painter.drawPolygon(polygon);
    m_painter.setBrush(Qt::NoBrush);
    selectedPolygon(polygon);
    m_painter.restore();
}

void RegionOutline::drawOpenLine(const std::vector<geometry::Point2>& points) {
    QPolygonF line;
    for (const geometry::Point2& point : points)
        line << m_transform.toWidget(QPointF(point.x, point.y));
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& [width, color] : {std::pair{5.0, QColor(0, 0, 0, 150)}, {3.5, QColor(Qt::white)}, {2.0, m_theme.accent}}) {
        m_painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.drawPolyline(line);
    }
    m_painter.restore();
    for (qsizetype i = 0; i < line.size(); ++i)
        drawHandle(line[i], i == 0 ? kPointSide + 2 : kPointSide, i + 1 == line.size());
}

void RegionOutline::drawSelectionFrame(const QRectF& rect) {
    QColor tint = m_theme.accent;
    tint.setAlpha(40);
    m_painter.fillRect(rect, tint);
    frame(snapped(rect), 0, 1, m_theme.accent);
}

} // namespace rb::ui
