#pragma once

#include "core/synthetic/random.h"

#include <array>
#include <vector>

namespace rb::synthetic {

using Vector3 = std::array<double, 3>; ///< x y z; metres, z up

enum class Form { Box, Cylinder, Ellipsoid };

/// One closed surface; a cylinder stands along z. `size` is the extent along each axis.
struct Solid {
    Form form = Form::Box;
    Vector3 center{};
    Vector3 size{};
};

/// Square metres (an ellipsoid's by Knud Thomsen's formula, within 1.1 %).
double area(const Solid& solid);

struct SurfacePoint {
    Vector3 position{};
    Vector3 normal{}; ///< of length 1, outwards
};

/// A point of the surface, equally likely by area.
SurfacePoint pointOn(const Solid& solid, Random& random);

/// `count` points over all the surfaces, each solid in proportion to its area.
std::vector<SurfacePoint> pointsOn(const std::vector<Solid>& solids, std::size_t count, Random& random);

/// Turned about the z axis of the origin by `quarters` times 90 degrees, counter-clockwise.
Solid turned(const Solid& solid, int quarters);

} // namespace rb::synthetic
