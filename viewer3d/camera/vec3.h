#pragma once

#include <array>
#include <cmath>

namespace rb::viewer3d {

/// A place or a direction in the cloud's own coordinates relative to its offset, z up.
using Vec3d = std::array<double, 3>;
/// Row major, applied to column vectors.
using Mat4 = std::array<double, 16>;

inline Vec3d operator+(const Vec3d& a, const Vec3d& b) { return {a[0] + b[0], a[1] + b[1], a[2] + b[2]}; }
inline Vec3d operator-(const Vec3d& a, const Vec3d& b) { return {a[0] - b[0], a[1] - b[1], a[2] - b[2]}; }
inline Vec3d operator-(const Vec3d& a) { return {-a[0], -a[1], -a[2]}; }
inline Vec3d operator*(const Vec3d& a, double s) { return {a[0] * s, a[1] * s, a[2] * s}; }
inline double dot(const Vec3d& a, const Vec3d& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }
inline Vec3d cross(const Vec3d& a, const Vec3d& b) {
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}
inline double length(const Vec3d& a) { return std::sqrt(dot(a, a)); }
/// A null vector stays one.
inline Vec3d normalised(const Vec3d& a) {
    const double l = length(a);
    return l > 0 ? a * (1 / l) : a;
}

/// `a` turned about the unit vector `axis` by `angle` radians, counter-clockwise seen against the axis (Rodrigues).
inline Vec3d turned(const Vec3d& a, const Vec3d& axis, double angle) {
    const double c = std::cos(angle), s = std::sin(angle);
    return a * c + cross(axis, a) * s + axis * (dot(axis, a) * (1 - c));
}

Mat4 operator*(const Mat4& a, const Mat4& b);

/// A half line; `direction` has length 1.
struct Ray {
    Vec3d origin{};
    Vec3d direction{};
    Vec3d at(double t) const { return origin + direction * t; }
};

} // namespace rb::viewer3d
