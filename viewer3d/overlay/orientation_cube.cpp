#include "viewer3d/overlay/orientation_cube.h"

#include "viewer3d/boxes/box_geometry.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPolygonF>

namespace rb::viewer3d {
namespace {

// In the order of boxSides().
constexpr StandardView kViews[] = {StandardView::Left, StandardView::Right, StandardView::Front, StandardView::Back, StandardView::Bottom, StandardView::Top};

QString nameOf(StandardView view) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("rb::viewer3d::OrientationCube", text); };
    switch (view) {
    case StandardView::Front: return tr(QT_TRANSLATE_NOOP("rb::viewer3d::OrientationCube", "Front"));
    case StandardView::Back: return tr(QT_TRANSLATE_NOOP("rb::viewer3d::OrientationCube", "Back"));
    case StandardView::Right: return tr(QT_TRANSLATE_NOOP("rb::viewer3d::OrientationCube", "Right"));
    case StandardView::Left: return tr(QT_TRANSLATE_NOOP("rb::viewer3d::OrientationCube", "Left"));
    case StandardView::Top: return tr(QT_TRANSLATE_NOOP("rb::viewer3d::OrientationCube", "Top"));
    case StandardView::Bottom: return tr(QT_TRANSLATE_NOOP("rb::viewer3d::OrientationCube", "Bottom"));
    }
    return {};
}

QColor axisColor(StandardView view) {
    switch (view) {
    case StandardView::Left:
    case StandardView::Right: return QColor(0xe0, 0x5a, 0x50);
    case StandardView::Front:
    case StandardView::Back: return QColor(0x4f, 0xae, 0x5a);
    default: return QColor(0x4c, 0x8d, 0xff);
    }
}

} // namespace

OrientationCube::OrientationCube(const Camera& camera, const QRectF& rect) : m_rect(rect) {
    const CameraAxes axes = axesOf(camera);
    const auto corners = cornersOf({{}, {1, 1, 1}, 0});
    const double scale = rect.width() / 1.8;
    for (std::size_t i = 0; i < 6; ++i) {
        Vec3d normal{};
        normal[i / 2] = i % 2 ? 1 : -1;
        const double facing = -dot(normal, axes.forward);
        if (facing < 0.02) continue;
        Side side{kViews[i], {}, facing};
        for (const int corner : boxSides()[i]) {
            const Vec3d& place = corners[std::size_t(corner)];
            side.corners.push_back(rect.center() + QPointF(dot(place, axes.right), -dot(place, axes.up)) * scale);
        }
        m_sides.push_back(std::move(side));
    }
}

QPolygonF OrientationCube::polygon(const Side& side) const { return QPolygonF(QList<QPointF>(side.corners.begin(), side.corners.end())); }

void OrientationCube::paint(QPainter& painter, const ViewLook& look, std::optional<StandardView> hovered) const {
    QFont font = painter.font();
    font.setPixelSize(int(m_rect.width() / 7.4)); // of two sides that meet at an edge, too, names stay apart
    font.setBold(true);
    for (const Side& side : m_sides) {
        QColor fill = look.plate;
        if (hovered == side.view) fill = look.accent;
        fill.setAlphaF(float(0.55 + 0.4 * side.facing));
        painter.setPen(QPen(axisColor(side.view), 1.4));
        painter.setBrush(fill);
        painter.drawPolygon(polygon(side));
        if (side.facing < 0.45) continue;
        painter.setFont(font);
        painter.setPen(hovered == side.view ? QColor(Qt::white) : look.text);
        painter.drawText(polygon(side).boundingRect(), Qt::AlignCenter, nameOf(side.view));
    }
}

std::optional<StandardView> OrientationCube::sideAt(QPointF pos) const {
    for (const Side& side : m_sides)
        if (polygon(side).containsPoint(pos, Qt::OddEvenFill)) return side.view;
    return std::nullopt;
}

} // namespace rb::viewer3d
