#include "ui/tools/hit_test.h"

#include <algorithm>
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

const CanvasRegion* regionAt(const std::vector<CanvasRegion>& regions, QPointF picturePos) {
    const CanvasRegion* best = nullptr;
    double bestArea = std::numeric_limits<double>::infinity();
    for (const CanvasRegion& region : regions) {
        const geometry::Box2& box = region.box;
        const bool inside = picturePos.x() >= box.x && picturePos.x() <= box.x + box.width &&
                            picturePos.y() >= box.y && picturePos.y() <= box.y + box.height;
        const double area = box.width * box.height;
        // Among equals the later one wins: it is drawn on top.
        if (inside && !region.hidden && area <= bestArea) {
            best = &region;
            bestArea = area;
        }
    }
    return best;
}

const CanvasRegion* regionById(const std::vector<CanvasRegion>& regions, qint64 id) {
    const auto found =
        std::find_if(regions.begin(), regions.end(), [id](const CanvasRegion& r) { return r.id == id; });
    return found == regions.end() ? nullptr : &*found;
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
