#include "viewer3d/tools/view_tool.h"

#include <QKeyEvent>
#include <QPainter>

namespace rb::viewer3d {

bool endsShape(const QKeyEvent& event) { return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter; }

void paintMarking(QPainter& painter, const QPolygonF& outline, const ViewLook& look, bool closed) {
    QColor fill = look.accent;
    fill.setAlpha(38);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(outline);
    painter.setBrush(Qt::NoBrush);
    for (const auto& [color, width] : {std::pair(look.plate, 3.4), std::pair(look.accent, 1.6)}) {
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        if (closed) {
            painter.drawPolygon(outline);
        } else {
            painter.drawPolyline(outline);
        }
    }
}

} // namespace rb::viewer3d
