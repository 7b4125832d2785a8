#include "viewer3d/boxes/box_changes.h"

#include <algorithm>
#include <numbers>

namespace rb::viewer3d {
namespace {

/// The level world axis that shows most to the right.
Vec3d levelRight(const Camera& camera) {
    const Vec3d right = axesOf(camera).right;
    if (std::abs(right[0]) >= std::abs(right[1])) return {right[0] < 0 ? -1.0 : 1.0, 0, 0};
    return {0, right[1] < 0 ? -1.0 : 1.0, 0};
}

std::optional<Vec3d> directionOf(const Camera& camera, int key) {
    const Vec3d right = levelRight(camera), away = cross({0, 0, 1}, right);
    switch (key) {
    case Qt::Key_Left: return -right;
    case Qt::Key_Right: return right;
    case Qt::Key_Up: return away;
    case Qt::Key_Down: return -away;
    case Qt::Key_PageUp: return Vec3d{0, 0, 1};
    case Qt::Key_PageDown: return Vec3d{0, 0, -1};
    default: return std::nullopt;
    }
}

} // namespace

geometry::Box3 withSideMoved(geometry::Box3 box, int axis, bool upperSide, double way) {
    const auto k = std::size_t(axis);
    const double size = std::max(kSmallestSize, box.size[k] + way);
    Vec3d own{};
    own[k] = (upperSide ? 0.5 : -0.5) * (size - box.size[k]);
    box.center = fromBox(box, own);
    box.size[k] = size;
    return box;
}

geometry::Box3 withYaw(geometry::Box3 box, double yaw) {
    box.yaw = std::remainder(yaw, 2 * std::numbers::pi);
    if (box.yaw <= -std::numbers::pi) box.yaw = std::numbers::pi;
    return box;
}

geometry::Box3 spanned(const Vec3d& a, const Vec3d& b, double bottom, double top) {
    const Vec3d low{a[0], a[1], bottom}, high{b[0], b[1], top};
    geometry::Box3 box;
    box.center = (low + high) * 0.5;
    for (std::size_t k = 0; k < 3; ++k) box.size[k] = std::max(kSmallestSize, std::abs(high[k] - low[k]));
    return box;
}

std::optional<geometry::Box3> editedByKey(const geometry::Box3& box, const Camera& camera, int key, Qt::KeyboardModifiers modifiers) {
    if (modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) return std::nullopt;
    const double times = modifiers.testFlag(Qt::ShiftModifier) ? 10 : 1;
    if (key == Qt::Key_Z || key == Qt::Key_X) {
        const double degrees = key == Qt::Key_Z ? times : -times;
        return withYaw(box, box.yaw + degrees * std::numbers::pi / 180);
    }
    const auto direction = directionOf(camera, key);
    if (!direction) return std::nullopt;
    const double step = (box.size[0] + box.size[1] + box.size[2]) / 300;
    return movedBy(box, *direction * (step * times));
}

} // namespace rb::viewer3d
