#include "viewer3d/boxes/ray_meets.h"

namespace rb::viewer3d {

std::optional<double> alongLine(const Vec3d& place, const Vec3d& direction, const Ray& ray) {
    const double b = dot(direction, ray.direction);
    const double parallel = 1 - b * b;
    if (parallel < 1e-4) return std::nullopt;
    const Vec3d way = ray.origin - place;
    return (dot(direction, way) - b * dot(ray.direction, way)) / parallel;
}

std::optional<Vec3d> onPlane(const Vec3d& place, const Vec3d& normal, const Ray& ray) {
    const double slope = dot(normal, ray.direction);
    if (std::abs(slope) < 1e-6) return std::nullopt;
    const double t = dot(normal, place - ray.origin) / slope;
    if (t < 0) return std::nullopt;
    return ray.at(t);
}

} // namespace rb::viewer3d
