#include "viewer3d/overlay/region_overlay.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace rb::viewer3d {
namespace {

constexpr double kWidest = 220; // pixels

struct Anchored {
    const RegionBox* region;
    ScreenPoint at;
};

std::vector<Anchored> anchoredLabels(std::span<const RegionBox> regions, const Projection& projection) {
    std::vector<Anchored> labels;
    for (const RegionBox& region : regions) {
        if (region.hidden || region.label.isEmpty()) continue;
        const Vec3d top = Vec3d(region.box.center) + Vec3d{0, 0, region.box.size[2] / 2};
        const auto at = projection.toScreen(top);
        if (at && at->x >= 0 && at->y >= 0 && at->x <= projection.width() && at->y <= projection.height())
            labels.push_back({&region, *at});
    }
    std::stable_sort(labels.begin(), labels.end(), [](const Anchored& a, const Anchored& b) {
        return a.region->selected != b.region->selected ? a.region->selected : a.at.distance < b.at.distance;
    });
    return labels;
}

void paintPlate(QPainter& painter, const LabelPlate& plate, const ViewLook& look) {
    QColor fill = plate.selected ? look.accent : look.plate;
    fill.setAlpha(225);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(plate.rect, 3, 3);
    painter.setBrush(plate.color);
    painter.drawEllipse(QPointF(plate.rect.left() + 9, plate.rect.center().y()), 3.5, 3.5);
    painter.setPen(plate.selected ? QColor(Qt::white) : look.text);
    painter.drawText(plate.rect.adjusted(17, 0, -5, 0), Qt::AlignVCenter | Qt::AlignLeft, plate.text);
}

void paintDot(QPainter& painter, const HandleDot& dot, const ViewLook& look, bool hot) {
    const double radius = (dot.facing ? 5.5 : 4) + (hot ? 1.5 : 0);
    QColor fill = dot.handle == BoxHandle::Move || dot.handle == BoxHandle::Turn ? look.accent : QColor(Qt::white);
    if (hot) fill = QColor(0xff, 0xc8, 0x3d);
    if (!dot.facing && !hot) fill.setAlpha(110);
    painter.setPen(QPen(look.background.lightnessF() < 0.5 ? QColor(0, 0, 0, 200) : look.accent, 1.4));
    painter.setBrush(fill);
    if (dot.handle == BoxHandle::Move) {
        painter.drawRect(QRectF(dot.pos.x() - radius, dot.pos.y() - radius, 2 * radius, 2 * radius));
    } else {
        painter.drawEllipse(dot.pos, radius, radius);
    }
}

} // namespace

std::vector<LabelPlate> layOutLabels(std::span<const RegionBox> regions, const Projection& projection, const QFontMetricsF& metrics) {
    std::vector<LabelPlate> plates;
    for (const auto& [region, at] : anchoredLabels(regions, projection)) {
        const QString text = metrics.elidedText(region->label, Qt::ElideRight, kWidest);
        const QSizeF size(metrics.horizontalAdvance(text) + 24, metrics.height() + 4);
        const QRectF rect(QPointF(at.x - size.width() / 2, at.y - size.height() - 6), size);
        const bool covers = std::any_of(plates.begin(), plates.end(), [&](const LabelPlate& other) { return other.rect.intersects(rect); });
        if (!covers) plates.push_back({region->id, rect, text, region->color, region->selected});
    }
    return plates;
}

void paintLabels(QPainter& painter, std::span<const RegionBox> regions, const Projection& projection, const ViewLook& look) {
    for (const LabelPlate& plate : layOutLabels(regions, projection, QFontMetricsF(painter.font()))) paintPlate(painter, plate, look);
}

void paintHandles(QPainter& painter, const geometry::Box3& box, const Projection& projection, const ViewLook& look, BoxHandle hot) {
    QColor faint = look.accent;
    faint.setAlpha(90);
    painter.setPen(QPen(faint, 1.2));
    const auto corners = cornersOf(box);
    for (const auto& [a, b] : boxEdges()) {
        const auto from = projection.toScreen(corners[std::size_t(a)]), to = projection.toScreen(corners[std::size_t(b)]);
        if (from && to) painter.drawLine(QPointF(from->x, from->y), QPointF(to->x, to->y));
    }
    const auto side = projection.toScreen(placeOf(box, BoxHandle::MaxX)), turn = projection.toScreen(placeOf(box, BoxHandle::Turn));
    painter.setPen(QPen(look.accent, 1.4));
    if (side && turn) painter.drawLine(QPointF(side->x, side->y), QPointF(turn->x, turn->y));
    for (const HandleDot& dot : handleDots(box, projection)) paintDot(painter, dot, look, dot.handle == hot);
}

} // namespace rb::viewer3d
