#include "ui/image_view/state_glyph.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace rb::ui {

namespace {

constexpr double kGrid = 12; // the signs are drawn on a field of 12 × 12

QPainterPath pencil() {
    QPainterPath path;
    path.moveTo(2.5, 9.5);
    path.lineTo(3, 7);
    path.lineTo(8, 2);
    path.lineTo(10, 4);
    path.lineTo(5, 9);
    path.closeSubpath();
    return path;
}

QPainterPath tick() {
    QPainterPath path;
    path.moveTo(2, 6.5);
    path.lineTo(4.8, 9.3);
    path.lineTo(10, 3);
    return path;
}

QPainterPath cross() {
    QPainterPath path;
    path.moveTo(3, 3);
    path.lineTo(9, 9);
    path.moveTo(9, 3);
    path.lineTo(3, 9);
    return path;
}

void drawDots(QPainter& painter, const QColor& color) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (const double x : {2.0, 6.0, 10.0})
        painter.drawEllipse(QPointF(x, 6), 1.3, 1.3);
}

void enterGrid(QPainter& painter, const QRectF& rect, const QColor& color) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / kGrid, rect.height() / kGrid);
    painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
}

} // namespace

QColor stateColor(CanvasRegion::State state, const Theme& theme) {
    switch (state) {
    case CanvasRegion::Draft:
        return theme.warn;
    case CanvasRegion::Accepted:
        return theme.good;
    case CanvasRegion::Rejected:
        return theme.bad;
    case CanvasRegion::Running:
        return theme.accent;
    case CanvasRegion::None:
        break;
    }
    return theme.muted;
}

void drawStateGlyph(QPainter& painter, const QRectF& rect, CanvasRegion::State state, const QColor& color) {
    painter.save();
    enterGrid(painter, rect, color);
    switch (state) {
    case CanvasRegion::Draft:
        painter.drawPath(pencil());
        break;
    case CanvasRegion::Accepted:
        painter.drawPath(tick());
        break;
    case CanvasRegion::Rejected:
        painter.drawPath(cross());
        break;
    case CanvasRegion::Running:
        drawDots(painter, color);
        break;
    case CanvasRegion::None:
        break;
    }
    painter.restore();
}

void drawLockGlyph(QPainter& painter, const QRectF& rect, const QColor& color) {
    painter.save();
    enterGrid(painter, rect, color);
    painter.drawArc(QRectF(3.5, 1, 5, 7), 0, 180 * 16);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(2.5, 5.5, 7, 5), 1, 1);
    painter.restore();
}

} // namespace rb::ui
