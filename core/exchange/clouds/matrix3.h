#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace rb::exchange {

using Point = std::array<double, 3>;
using Matrix = std::array<Point, 3>; ///< rows

inline Point product(const Matrix& m, const Point& p) {
    Point out{};
    for (std::size_t row = 0; row < 3; ++row) out[row] = m[row][0] * p[0] + m[row][1] * p[1] + m[row][2] * p[2];
    return out;
}

inline Matrix product(const Matrix& a, const Matrix& b) {
    Matrix out{};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column)
            for (std::size_t k = 0; k < 3; ++k) out[row][column] += a[row][k] * b[k][column];
    return out;
}

inline Matrix transposed(const Matrix& m) {
    Matrix out{};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column) out[row][column] = m[column][row];
    return out;
}

/// A turn by `angle` that takes axis `first` towards axis `second`.
inline Matrix turn(std::size_t first, std::size_t second, double angle) {
    Matrix m{Point{1, 0, 0}, Point{0, 1, 0}, Point{0, 0, 1}};
    m[first][first] = m[second][second] = std::cos(angle);
    m[second][first] = std::sin(angle);
    m[first][second] = -m[second][first];
    return m;
}

} // namespace rb::exchange
