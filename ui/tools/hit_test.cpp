#include "ui/tools/hit_test.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rb::ui {

namespace {

constexpr double kReachOutwards = 8;
constexpr double kReachInwards = 6;

/// Whether `pos` takes the lower or the upper end of an interval; -1, 0 (neither) or +1.
int endAt(double low, double high, double pos) {
    const double inwards = std::min(kReachInwards, (high - low) / 4);
    if (pos >= low - kReachOutwards && pos <= low + inwards) return -1;
    if (pos <= high + kReachOutwards && pos >= high - inwards) return 1;
    return 0;
}

} // namespace

bool holds(const geometry::Shape2& shape, QPointF pos) {
    if (shape.kind == geometry::Shape2::Kind::Box)
        return pos.x() >= shape.box.x && pos.x() <= shape.box.x + shape.box.width && pos.y() >= shape.box.y &&
               pos.y() <= shape.box.y + shape.box.height;
    return geometry::contains(shape, {pos.x(), pos.y()});
}

double distanceToSegment(QPointF pos, QPointF a, QPointF b) {
    const QPointF way = b - a;
    const double length = QPointF::dotProduct(way, way);
    const double part = length > 0 ? std::clamp(QPointF::dotProduct(pos - a, way) / length, 0.0, 1.0) : 0;
    const QPointF rest = pos - a - way * part;
    return std::hypot(rest.x(), rest.y());
}

double distanceToOutline(const geometry::Shape2& shape, QPointF pos) {
    const std::vector<geometry::Point2> corners = geometry::cornersOf(shape);
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const geometry::Point2 a = corners[i], b = corners[(i + 1) % corners.size()];
        nearest = std::min(nearest, distanceToSegment(pos, {a.x, a.y}, {b.x, b.y}));
    }
    return nearest;
}

const CanvasRegion* regionAt(const RegionIndex& index, QPointF picturePos, double reach) {
    const CanvasRegion* held = nullptr;
    const CanvasRegion* near = nullptr;
    double smallest = std::numeric_limits<double>::infinity();
    double nearest = reach;
    const QRectF part(picturePos.x() - reach, picturePos.y() - reach, 2 * reach, 2 * reach);
    for (const std::uint32_t place : index.meeting(part)) {
        const CanvasRegion& region = index.region(place);
        if (region.hidden) continue;
        if (holds(region.shape, picturePos)) {
            const double area = geometry::areaOf(region.shape);
            if (area > smallest) continue;
            smallest = area;
            held = &region;
        } else if (const double away = distanceToOutline(region.shape, picturePos); !held && away <= nearest) {
            nearest = away;
            near = &region;
        }
    }
    return held ? held : near;
}

Handle handleAt(const QRectF& box, QPointF pos) {
    const QRectF reach = box.adjusted(-kReachOutwards, -kReachOutwards, kReachOutwards, kReachOutwards);
    if (!reach.contains(pos)) return Handle::None;
    static constexpr Handle kGrid[3][3] = {{Handle::TopLeft, Handle::Top, Handle::TopRight},
                                           {Handle::Left, Handle::None, Handle::Right},
                                           {Handle::BottomLeft, Handle::Bottom, Handle::BottomRight}};
    const int column = endAt(box.left(), box.right(), pos.x());
    const int row = endAt(box.top(), box.bottom(), pos.y());
    return kGrid[row + 1][column + 1];
}

std::array<QPointF, 8> handleCentres(const QRectF& box) {
    const QPointF c = box.center();
    return {box.topLeft(),     QPointF(c.x(), box.top()),    box.topRight(),   QPointF(box.right(), c.y()),
            box.bottomRight(), QPointF(c.x(), box.bottom()), box.bottomLeft(), QPointF(box.left(), c.y())};
}

Qt::CursorShape cursorFor(Handle handle) {
    switch (handle) {
    case Handle::TopLeft:
    case Handle::BottomRight:
        return Qt::SizeFDiagCursor;
    case Handle::TopRight:
    case Handle::BottomLeft:
        return Qt::SizeBDiagCursor;
    case Handle::Top:
    case Handle::Bottom:
        return Qt::SizeVerCursor;
    case Handle::Left:
    case Handle::Right:
        return Qt::SizeHorCursor;
    case Handle::None:
        break;
    }
    return Qt::ArrowCursor;
}

} // namespace rb::ui
