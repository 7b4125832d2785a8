#include "core/geometry/box2.h"

#include <algorithm>
#include <cmath>

namespace rb::geometry {

Box2 clipped(const Box2& box, double pictureWidth, double pictureHeight) {
    const double left = std::clamp(box.x, 0.0, pictureWidth), top = std::clamp(box.y, 0.0, pictureHeight);
    const double right = std::clamp(box.x + box.width, 0.0, pictureWidth);
    const double bottom = std::clamp(box.y + box.height, 0.0, pictureHeight);
    return {left, top, std::max(0.0, right - left), std::max(0.0, bottom - top)};
}

std::array<float, 4> normalisedCorners(const Box2& box, int pictureWidth, int pictureHeight) {
    const Box2 inside = clipped(box, pictureWidth, pictureHeight);
    const auto scaled = [](double corner, int size) {
        return static_cast<float>(std::trunc(corner) / static_cast<double>(size));
    };
    return {scaled(inside.x, pictureWidth), scaled(inside.y, pictureHeight),
            scaled(inside.x + inside.width, pictureWidth), scaled(inside.y + inside.height, pictureHeight)};
}

} // namespace rb::geometry
