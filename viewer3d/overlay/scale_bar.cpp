#include "viewer3d/overlay/scale_bar.h"

#include "viewer3d/scene/ground_grid.h"

#include <QLocale>
#include <QPainter>

namespace rb::viewer3d {

ScaleLength scaleLength(const Projection& projection) {
    constexpr double kLongest = 160;
    const double perPixel = projection.unitsPerPixel(focalDistance(projection.camera()));
    const double units = roundStep(kLongest * perPixel);
    return {units, units / perPixel};
}

QString scaleText(double units) {
    const int decimals = units >= 1 ? 0 : int(std::ceil(-std::log10(units) - 1e-9));
    return QLocale().toString(units, 'f', decimals);
}

void paintScaleBar(QPainter& painter, const Projection& projection, const ViewLook& look) {
    const ScaleLength bar = scaleLength(projection);
    const QPointF left(16, projection.height() - 16), right = left + QPointF(bar.pixels, 0);
    for (const auto& [color, width] : {std::pair(look.plate, 4.0), std::pair(look.text, 1.6)}) {
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::SquareCap));
        painter.drawLine(left, right);
        painter.drawLine(left, left - QPointF(0, 6));
        painter.drawLine(right, right - QPointF(0, 6));
    }
    const QRectF text(left.x(), left.y() - 24, bar.pixels, 18);
    painter.setPen(look.plate);
    for (const QPointF shift : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
        painter.drawText(text.translated(shift), Qt::AlignCenter, scaleText(bar.units));
    painter.setPen(look.text);
    painter.drawText(text, Qt::AlignCenter, scaleText(bar.units));
}

} // namespace rb::viewer3d
