#include "core/spatial/visible_surface.h"
#include "tests/core/spatial/clouds.h"

#include <map>

using namespace rb::spatial;
using namespace rb::spatial::testing;

namespace {

PointSelection everyPoint(const PointOctree& octree) {
    PointSelection all(octree.size());
    all.invert();
    return all;
}

/// Rows of a plane grid that faces the view, `back` metres behind the origin.
void appendScreen(std::vector<float>& positions, double back) {
    for (int i = -40; i <= 40; ++i) {
        for (int j = -40; j <= 40; ++j) {
            const double across = i * 0.02, high = j * 0.02, length = std::sqrt(29.0);
            const std::array<double, 3> toEye{3 / length, -4 / length, 2 / length}, right{0.8, 0.6, 0};
            const std::array<double, 3> up{-0.6 * toEye[2], 0.8 * toEye[2], 0.6 * toEye[0] - 0.8 * toEye[1]};
            for (std::size_t axis = 0; axis < 3; ++axis)
                positions.push_back(static_cast<float>(across * right[axis] + high * up[axis] - back * toEye[axis]));
        }
    }
}

} // namespace

class VisibleSurfaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void surfaceIsThatOfAPlainDepthBuffer_data();
    void surfaceIsThatOfAPlainDepthBuffer();
    void screenHidesTheOneBehindIt_data();
    void screenHidesTheOneBehindIt();
    void pointsOutsideTheViewportGo();
    void onlySelectedPointsStay();
};

void VisibleSurfaceTest::surfaceIsThatOfAPlainDepthBuffer_data() {
    QTest::addColumn<QString>("cloud");
    QTest::addColumn<double>("size");
    for (const char* cloud : {"uniform", "clustered", "planar", "one", "none"})
        for (const double size : {1.0, 4.0, 7.5}) QTest::addRow("%s, %g px", cloud, size) << QString::fromLatin1(cloud) << size;
}

// Depths are floats in the buffer, so points within a float's rounding of the tolerance may fall on either side.
void VisibleSurfaceTest::surfaceIsThatOfAPlainDepthBuffer() {
    QFETCH(const QString, cloud);
    QFETCH(const double, size);
    constexpr double kTolerance = 0.05, kRounding = 1e-5;
    const auto positions = makeCloud(cloud);
    const auto octree = build(positions);
    const ScreenView view = lookingAtOrigin();
    std::map<std::pair<int, int>, double> buffer;
    for (std::size_t i = 0; i < positions.size(); i += 3) {
        const Shown at = show(view, &positions[i]);
        for (int y = int(at.y - size) - 1; y <= at.y + size + 1; ++y) {
            for (int x = int(at.x - size) - 1; x <= at.x + size + 1; ++x) {
                if (x + 0.5 < at.x - size / 2 || x + 0.5 >= at.x + size / 2 || y + 0.5 < at.y - size / 2 || y + 0.5 >= at.y + size / 2)
                    continue;
                const auto [pixel, isNew] = buffer.try_emplace({x, y}, at.w);
                pixel->second = std::min(pixel->second, at.w);
            }
        }
    }
    const PointSelection one = visibleSurfaceOnly(*octree, everyPoint(*octree), view, {size, kTolerance, 1});
    QVERIFY(one == visibleSurfaceOnly(*octree, everyPoint(*octree), view, {size, kTolerance, 2}));
    const PointSelection got = one.inGivenOrder(*octree);
    std::size_t hidden = 0;
    for (std::size_t i = 0; i < got.points(); ++i) {
        const Shown at = show(view, &positions[3 * i]);
        const double behind = at.w - buffer[{int(std::floor(at.x)), int(std::floor(at.y))}] - kTolerance;
        const bool inside = at.seen && at.x >= 0 && at.x < 800 && at.y >= 0 && at.y < 600;
        hidden += inside && behind > 0 ? 1 : 0;
        if (std::abs(behind) > kRounding) QCOMPARE(got.contains(i), inside && behind < 0);
    }
    if (cloud == QLatin1String("uniform")) QVERIFY(hidden > 100);
}

void VisibleSurfaceTest::screenHidesTheOneBehindIt_data() {
    QTest::addColumn<bool>("perspective");
    QTest::newRow("perspective") << true;
    QTest::newRow("parallel") << false;
}

void VisibleSurfaceTest::screenHidesTheOneBehindIt() {
    QFETCH(const bool, perspective);
    std::vector<float> positions;
    appendScreen(positions, 0);
    appendScreen(positions, 0.5);
    const auto octree = build(positions);
    const PointSelection all = everyPoint(*octree);
    const auto visible = indicesOf(*octree, visibleSurfaceOnly(*octree, all, lookingAtOrigin(perspective), {8, 0.1, 2}));
    QCOMPARE(visible.size(), std::size_t{81 * 81});
    QCOMPARE(visible.back(), 81U * 81 - 1);
    QCOMPARE(visibleSurfaceOnly(*octree, all, lookingAtOrigin(perspective), {8, 0.6, 2}).count(), std::size_t{2 * 81 * 81});
}

void VisibleSurfaceTest::pointsOutsideTheViewportGo() {
    const auto octree = build({0, 0, 0, 40, 30, 0, 30, -40, 20});
    QVERIFY(indicesOf(*octree, visibleSurfaceOnly(*octree, everyPoint(*octree), lookingAtOrigin(), {3, 1, 2})) ==
            (std::vector<std::uint32_t>{0}));
}

void VisibleSurfaceTest::onlySelectedPointsStay() {
    std::vector<float> positions;
    appendScreen(positions, 0);
    appendScreen(positions, 0.5);
    const auto octree = build(positions);
    // Of the hidden screen's points none stays, though nothing of the front one is selected.
    std::vector<std::uint32_t> behind{81 * 81 + 40 * 81 + 40, 81 * 81 + 20 * 81 + 40}, front{40 * 81 + 40};
    QVERIFY(visibleSurfaceOnly(*octree, *PointSelection::ofIndices(*octree, behind), lookingAtOrigin(), {8, 0.1, 2}).empty());
    QVERIFY(indicesOf(*octree, visibleSurfaceOnly(*octree, *PointSelection::ofIndices(*octree, front), lookingAtOrigin(),
                                                  {8, 0.1, 2})) == front);
}

QTEST_GUILESS_MAIN(VisibleSurfaceTest)
#include "test_visible_surface.moc"
