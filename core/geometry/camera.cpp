#include "core/geometry/camera.h"

namespace rb::geometry {

std::array<double, 3> seenFrom(const Camera& camera, const std::array<double, 3>& place) {
    std::array<double, 3> seen{};
    for (std::size_t row = 0; row < 3; ++row) {
        seen[row] = camera.toCamera[4 * row + 3];
        for (std::size_t column = 0; column < 3; ++column) seen[row] += camera.toCamera[4 * row + column] * place[column];
    }
    return seen;
}

std::optional<Point2> pixelOf(const Camera& camera, const std::array<double, 3>& place) {
    const auto [x, y, z] = seenFrom(camera, place);
    if (z <= 0) return std::nullopt;
    return Point2{camera.fx * x / z + camera.cx, camera.fy * y / z + camera.cy};
}

} // namespace rb::geometry
