#include "core/spatial/screen_view.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rb::spatial {
namespace {

Plane rowOf(const std::array<double, 16>& matrix, std::size_t row) {
    const double* values = &matrix[4 * row];
    return {{values[0], values[1], values[2]}, values[3]};
}

double lengthOf(const std::array<double, 3>& vector) { return std::hypot(vector[0], vector[1], vector[2]); }

Plane scaled(const Plane& plane, double factor) {
    return {{plane.normal[0] * factor, plane.normal[1] * factor, plane.normal[2] * factor}, plane.offset * factor};
}

Plane sum(const Plane& a, const Plane& b) {
    return {{a.normal[0] + b.normal[0], a.normal[1] + b.normal[1], a.normal[2] + b.normal[2]}, a.offset + b.offset};
}

} // namespace

Projection::Projection(const ScreenView& view)
    : m_x(rowOf(view.viewProjection, 0)), m_y(rowOf(view.viewProjection, 1)), m_z(rowOf(view.viewProjection, 2)),
      m_w(rowOf(view.viewProjection, 3)), m_width(view.width), m_height(view.height) {
    const double perDepth = lengthOf(m_w.normal);
    m_perspective = perDepth > 0;
    // In a parallel view only z tells the depth.
    m_depth = m_perspective ? scaled(m_w, 1 / perDepth) : scaled(m_z, 1 / lengthOf(m_z.normal));
    m_pixelsPerUnit = lengthOf(m_y.normal) * m_height / 2 / (m_perspective ? perDepth : 1);
}

ScreenPoint Projection::operator()(const float* point) const {
    geometry::Point2 pixel;
    pixelOf(point, pixel);
    return {pixel.x, pixel.y, m_depth.at(point)};
}

bool Projection::pixelsOf(const Bounds& bounds, geometry::Box2& pixels) const {
    constexpr double kRounding = 1e-6; // pixels
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const auto toCorners = [&](const Plane& row, std::array<double, 8>& corners) {
        corners[0] = row.at(bounds.min.data());
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double step = row.normal[axis] * (static_cast<double>(bounds.max[axis]) - bounds.min[axis]);
            const std::size_t known = std::size_t{1} << axis;
            for (std::size_t i = 0; i < known; ++i) corners[known + i] = corners[i] + step;
        }
    };
    std::array<double, 8> x{}, y{}, w{};
    toCorners(m_x, x);
    toCorners(m_y, y);
    toCorners(m_w, w);
    double left = kInfinity, right = -kInfinity, top = -kInfinity, bottom = kInfinity;
    for (std::size_t i = 0; i < 8; ++i) {
        if (w[i] <= 0) return false;
        const double over = 1 / w[i];
        left = std::min(left, x[i] * over);
        right = std::max(right, x[i] * over);
        bottom = std::min(bottom, y[i] * over);
        top = std::max(top, y[i] * over);
    }
    pixels = {(left + 1) / 2 * m_width - kRounding, (1 - top) / 2 * m_height - kRounding,
              (right - left) / 2 * m_width + 2 * kRounding, (top - bottom) / 2 * m_height + 2 * kRounding};
    return true;
}

double Projection::nearestDepth(const Bounds& bounds) const {
    Vec3 corner{};
    for (std::size_t axis = 0; axis < 3; ++axis)
        corner[axis] = m_depth.normal[axis] >= 0 ? bounds.min[axis] : bounds.max[axis];
    return m_depth.at(corner.data());
}

double Projection::pixelSize(double depth) const { return (m_perspective ? depth : 1) / m_pixelsPerUnit; }

std::vector<Plane> Projection::sidesOf(const geometry::Box2& pixels) const {
    // x pixels is where clip x is (2 x / width - 1) w; y likewise, but downwards.
    const double left = 2 * pixels.x / m_width - 1, right = 2 * (pixels.x + pixels.width) / m_width - 1;
    const double top = 1 - 2 * pixels.y / m_height, bottom = 1 - 2 * (pixels.y + pixels.height) / m_height;
    return {sum(m_x, scaled(m_w, -left)), sum(scaled(m_x, -1), scaled(m_w, right)), sum(m_y, scaled(m_w, -bottom)),
            sum(scaled(m_y, -1), scaled(m_w, top))};
}

std::vector<Plane> Projection::endsOf(const DepthBounds& depth) const {
    std::vector<Plane> planes{sum(m_w, m_z), sum(m_w, scaled(m_z, -1))};
    if (std::isfinite(depth.near)) planes.push_back({m_depth.normal, m_depth.offset - depth.near});
    if (std::isfinite(depth.far)) {
        const Plane away = scaled(m_depth, -1);
        planes.push_back({away.normal, away.offset + depth.far});
    }
    return planes;
}

std::vector<Plane> Projection::frustumOf(const geometry::Box2& pixels, const DepthBounds& depth) const {
    std::vector<Plane> planes = sidesOf(pixels);
    const std::vector<Plane> ends = endsOf(depth);
    planes.insert(planes.end(), ends.begin(), ends.end());
    return planes;
}

} // namespace rb::spatial
