#include "core/synthetic/shapes.h"

#include <algorithm>
#include <cmath>

namespace rb::synthetic {
namespace {

constexpr double kPi = 3.14159265358979323846;

/// Around an ellipse of half-axes a, b, by Ramanujan.
double perimeter(double a, double b) {
    const double h = (a - b) * (a - b) / ((a + b) * (a + b));
    return kPi * (a + b) * (1 + 3 * h / (10 + std::sqrt(4 - 3 * h)));
}

Vector3 unit(Vector3 v) {
    const double length = std::sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    for (double& each : v)
        each /= length;
    return v;
}

/// Relative to the centre, as are the next two.
SurfacePoint onBox(const Vector3& half, Random& random) {
    const double faces[3] = {half[1] * half[2], half[0] * half[2], half[0] * half[1]};
    double at = random.unit() * (faces[0] + faces[1] + faces[2]);
    std::size_t axis = 0;
    while (axis < 2 && at >= faces[axis])
        at -= faces[axis++];
    SurfacePoint point;
    for (std::size_t i = 0; i < 3; ++i)
        point.position[i] = random.between(-half[i], half[i]);
    const double side = random.chance(0.5) ? 1 : -1;
    point.position[axis] = side * half[axis];
    point.normal[axis] = side;
    return point;
}

SurfacePoint onCylinder(const Vector3& half, Random& random) {
    const double mantle = perimeter(half[0], half[1]) * 2 * half[2], caps = 2 * kPi * half[0] * half[1];
    const double angle = random.between(0, 2 * kPi), x = std::cos(angle), y = std::sin(angle);
    if (random.unit() * (mantle + caps) < mantle)
        return {{half[0] * x, half[1] * y, random.between(-half[2], half[2])},
                unit({x / half[0], y / half[1], 0})};
    const double radius = std::sqrt(random.unit()), side = random.chance(0.5) ? 1 : -1;
    return {{radius * half[0] * x, radius * half[1] * y, side * half[2]}, {0, 0, side}};
}

/// A point of the unit sphere, taken by how much its surroundings grow when it is stretched.
SurfacePoint onEllipsoid(const Vector3& half, Random& random) {
    const double most = std::max({half[0] * half[1], half[0] * half[2], half[1] * half[2]});
    for (;;) {
        const double z = random.between(-1, 1), angle = random.between(0, 2 * kPi),
                     ring = std::sqrt(1 - z * z);
        const Vector3 p{ring * std::cos(angle), ring * std::sin(angle), z};
        const Vector3 stretch{p[0] * half[1] * half[2], p[1] * half[0] * half[2], p[2] * half[0] * half[1]};
        const double growth =
            std::sqrt(stretch[0] * stretch[0] + stretch[1] * stretch[1] + stretch[2] * stretch[2]);
        if (random.unit() * most < growth)
            return {{p[0] * half[0], p[1] * half[1], p[2] * half[2]}, unit(stretch)};
    }
}

} // namespace

double area(const Solid& solid) {
    const double a = solid.size[0] / 2, b = solid.size[1] / 2, c = solid.size[2] / 2;
    switch (solid.form) {
    case Form::Box:
        return 8 * (a * b + a * c + b * c);
    case Form::Cylinder:
        return perimeter(a, b) * 2 * c + 2 * kPi * a * b;
    case Form::Ellipsoid:
        break;
    }
    constexpr double power = 1.6075;
    const double mean = (std::pow(a * b, power) + std::pow(a * c, power) + std::pow(b * c, power)) / 3;
    return 4 * kPi * std::pow(mean, 1 / power);
}

SurfacePoint pointOn(const Solid& solid, Random& random) {
    const Vector3 half{solid.size[0] / 2, solid.size[1] / 2, solid.size[2] / 2};
    SurfacePoint point = solid.form == Form::Box        ? onBox(half, random)
                         : solid.form == Form::Cylinder ? onCylinder(half, random)
                                                        : onEllipsoid(half, random);
    for (std::size_t i = 0; i < 3; ++i)
        point.position[i] += solid.center[i];
    return point;
}

std::vector<SurfacePoint> pointsOn(const std::vector<Solid>& solids, std::size_t count, Random& random) {
    std::vector<double> upTo;
    double total = 0;
    for (const Solid& solid : solids)
        upTo.push_back(total += area(solid));
    std::vector<SurfacePoint> points;
    points.reserve(count);
    for (std::size_t i = 0; i < count && !solids.empty(); ++i) {
        const auto found = std::upper_bound(upTo.begin(), upTo.end() - 1, random.unit() * total);
        points.push_back(pointOn(solids[static_cast<std::size_t>(found - upTo.begin())], random));
    }
    return points;
}

Solid turned(const Solid& solid, int quarters) {
    Solid result = solid;
    for (int i = 0; i < (quarters & 3); ++i) {
        result.center = {-result.center[1], result.center[0], result.center[2]};
        std::swap(result.size[0], result.size[1]);
    }
    return result;
}

} // namespace rb::synthetic
