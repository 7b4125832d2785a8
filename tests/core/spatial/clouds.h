#pragma once

#include "core/spatial/point_octree.h"
#include "core/spatial/point_selection.h"
#include "core/spatial/screen_view.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace rb::spatial::testing {

/// Rows `cloud` of a data-driven test, by the names that makeCloud() knows.
inline void addCloudRows() {
    QTest::addColumn<QString>("cloud");
    for (const char* name : {"uniform", "clustered", "planar", "duplicates", "one", "none"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

inline std::vector<float> makeCloud(const QString& name, std::uint32_t seed = 5) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> unit(-1, 1);
    std::normal_distribution<float> near(0, 0.02F);
    const std::size_t count = name == QLatin1String("none") ? 0 : name == QLatin1String("one") ? 1 : 20000;
    std::vector<float> positions;
    Vec3 centre{};
    for (std::size_t i = 0; i < count; ++i) {
        Vec3 point{unit(random), unit(random), unit(random)};
        if (name == QLatin1String("planar")) point[2] = 0.25F;
        if (name == QLatin1String("clustered")) {
            if (i % 1000 == 0) centre = point;
            for (std::size_t axis = 0; axis < 3; ++axis) point[axis] = centre[axis] + near(random);
        }
        if (name == QLatin1String("duplicates"))
            for (float& value : point) value = std::round(value * 2) / 2;
        positions.insert(positions.end(), point.begin(), point.end());
    }
    return positions;
}

/// Small nodes, so that a few thousand points make a deep tree.
inline OctreeOptions smallNodes(int threads = 2) { return {64, 128, threads}; }

inline std::shared_ptr<const PointOctree> build(const std::vector<float>& positions, const OctreeOptions& options = smallNodes()) {
    auto octree = PointOctree::build(positions, options);
    if (!octree) qFatal("%s", octree.error().message.c_str());
    return std::move(*octree);
}

/// The plain search: isIn(point) of every given point, as sorted indices.
template <typename IsIn>
std::vector<std::uint32_t> plainSearch(const std::vector<float>& positions, const IsIn& isIn) {
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; 3 * i < positions.size(); ++i)
        if (isIn(&positions[3 * i])) found.push_back(static_cast<std::uint32_t>(i));
    return found;
}

inline std::vector<std::uint32_t> indicesOf(const PointOctree& octree, const PointSelection& selection) {
    return selection.inGivenOrder(octree).places();
}

/// Looks from (3, -4, 2) at the origin, or parallel to that direction, 800 x 600 pixels; by the formulas of gluLookAt,
/// gluPerspective (40°, near 1, far 20) and glOrtho.
inline ScreenView lookingAtOrigin(bool perspective = true) {
    constexpr double kNear = 1, kFar = 20, kHalfHeight = 1.8;
    const std::array<double, 3> eye{3, -4, 2};
    const double distance = std::sqrt(29.0);
    const std::array<double, 3> back{3 / distance, -4 / distance, 2 / distance}, right{0.8, 0.6, 0};
    const std::array<double, 3> up{back[1] * right[2] - back[2] * right[1], back[2] * right[0] - back[0] * right[2],
                                   back[0] * right[1] - back[1] * right[0]};
    const auto eyeRow = [&](const std::array<double, 3>& axis) {
        return std::array<double, 4>{axis[0], axis[1], axis[2], -(axis[0] * eye[0] + axis[1] * eye[1] + axis[2] * eye[2])};
    };
    const double f = 1 / std::tan(20 * std::numbers::pi / 180), aspect = 800.0 / 600;
    std::array<std::array<double, 4>, 4> projection{};
    if (perspective)
        projection = {{{f / aspect, 0, 0, 0}, {0, f, 0, 0}, {0, 0, -(kFar + kNear) / (kFar - kNear), -2 * kFar * kNear / (kFar - kNear)},
                       {0, 0, -1, 0}}};
    else
        projection = {{{1 / (kHalfHeight * aspect), 0, 0, 0}, {0, 1 / kHalfHeight, 0, 0},
                       {0, 0, -2 / (kFar - kNear), -(kFar + kNear) / (kFar - kNear)}, {0, 0, 0, 1}}};
    const std::array<std::array<double, 4>, 4> view{{eyeRow(right), eyeRow(up), eyeRow(back), {0, 0, 0, 1}}};
    ScreenView result{{}, 800, 600};
    for (std::size_t row = 0; row < 4; ++row)
        for (std::size_t column = 0; column < 4; ++column)
            for (std::size_t k = 0; k < 4; ++k)
                result.viewProjection[4 * row + column] += projection[row][k] * view[k][column];
    return result;
}

/// Where the plain formula shows a point; `seen` is whether it lies between the near and far planes.
struct Shown {
    double x, y, ndcZ, w;
    bool seen;
};
inline Shown show(const ScreenView& view, const float* point) {
    std::array<double, 4> clip{};
    for (std::size_t row = 0; row < 4; ++row)
        clip[row] = view.viewProjection[4 * row] * point[0] + view.viewProjection[4 * row + 1] * point[1] +
                    view.viewProjection[4 * row + 2] * point[2] + view.viewProjection[4 * row + 3];
    const double w = clip[3];
    return {(clip[0] / w + 1) / 2 * view.width, (1 - clip[1] / w) / 2 * view.height, clip[2] / w, w,
            w > 0 && clip[2] >= -w && clip[2] <= w};
}

/// Distance of a point from the plane through (3, -4, 2) that the view axis is perpendicular to.
inline double distanceAhead(const float* point) {
    return (3 * (3 - point[0]) - 4 * (-4 - point[1]) + 2 * (2 - point[2])) / std::sqrt(29.0);
}

} // namespace rb::spatial::testing
