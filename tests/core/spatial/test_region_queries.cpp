#include "core/spatial/region_queries.h"
#include "tests/core/spatial/clouds.h"

using namespace rb::spatial;
using namespace rb::spatial::testing;
using rb::geometry::Box3;

class RegionQueriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void boxSelectFindsJustThePointsInside_data() { addCloudRows(); }
    void boxSelectFindsJustThePointsInside();
    void facesBelongToTheBox();
    void frustumSelectFindsJustThePointsInside_data() { addCloudRows(); }
    void frustumSelectFindsJustThePointsInside();
    void noPlaneSelectsAll();
    void ballFindsJustThePointsInside_data() { addCloudRows(); }
    void ballFindsJustThePointsInside();
    void wholeCloudIsSelected();
};

void RegionQueriesTest::boxSelectFindsJustThePointsInside() {
    QFETCH(const QString, cloud);
    const auto positions = makeCloud(cloud);
    const auto octree = build(positions);
    for (const double yaw : {0.0, 0.3, -1.2, 3.0}) {
        for (const Box3& box : {Box3{{0.1, -0.2, 0.2}, {0.9, 1.3, 0.7}, yaw}, Box3{{-0.5, 0.5, 0}, {0.3, 0.3, 3}, yaw}}) {
            const auto expected = plainSearch(positions, [&](const float* point) {
                const double x = point[0] - box.center[0], y = point[1] - box.center[1], z = point[2] - box.center[2];
                return std::abs(std::cos(yaw) * x + std::sin(yaw) * y) <= box.size[0] / 2 &&
                       std::abs(std::cos(yaw) * y - std::sin(yaw) * x) <= box.size[1] / 2 && std::abs(z) <= box.size[2] / 2;
            });
            for (const int threads : {1, 2}) QVERIFY(indicesOf(*octree, pointsInBox(*octree, box, threads)) == expected);
            if (cloud == QLatin1String("uniform")) QVERIFY(expected.size() > 100);
        }
    }
}

void RegionQueriesTest::facesBelongToTheBox() {
    const auto octree = build({-1, -2, -3, 1, 2, 3, 1.0000001F, 0, 0, 0, 0, 3.0000002F});
    QVERIFY(indicesOf(*octree, pointsInBox(*octree, {{0, 0, 0}, {2, 4, 6}, 0})) == (std::vector<std::uint32_t>{0, 1}));
}

void RegionQueriesTest::frustumSelectFindsJustThePointsInside() {
    QFETCH(const QString, cloud);
    const auto positions = makeCloud(cloud);
    const auto octree = build(positions);
    for (const bool perspective : {true, false}) {
        const ScreenView view = lookingAtOrigin(perspective);
        const auto planes = frustumOf(view, {300, 200, 150, 180});
        QCOMPARE(planes.size(), std::size_t{6});
        const auto expected = plainSearch(positions, [&](const float* point) {
            const Shown at = show(view, point);
            return at.seen && at.x >= 300 && at.x <= 450 && at.y >= 200 && at.y <= 380;
        });
        for (const int threads : {1, 2}) QVERIFY(indicesOf(*octree, pointsInFrustum(*octree, planes, threads)) == expected);
        if (cloud == QLatin1String("uniform")) QVERIFY(expected.size() > 100);
    }
}

void RegionQueriesTest::noPlaneSelectsAll() {
    const auto octree = build(makeCloud(QStringLiteral("clustered")));
    QCOMPARE(pointsInFrustum(*octree, {}).count(), octree->size());
}

void RegionQueriesTest::ballFindsJustThePointsInside() {
    QFETCH(const QString, cloud);
    const auto positions = makeCloud(cloud);
    const auto octree = build(positions);
    const Vec3 centre{0.2F, 0.1F, 0.3F};
    for (const double radius : {0.0, 0.1, 0.6, 10.0}) {
        const auto expected = plainSearch(positions, [&](const float* point) {
            double squared = 0;
            for (std::size_t axis = 0; axis < 3; ++axis)
                squared += (static_cast<double>(point[axis]) - centre[axis]) * (static_cast<double>(point[axis]) - centre[axis]);
            return squared <= radius * radius;
        });
        for (const int threads : {1, 2})
            QVERIFY(indicesOf(*octree, pointsWithin(*octree, centre, radius, threads)) == expected);
    }
}

void RegionQueriesTest::wholeCloudIsSelected() {
    const auto octree = build(makeCloud(QStringLiteral("uniform")));
    QCOMPARE(pointsInBox(*octree, {{0, 0, 0}, {3, 3, 3}, 0.1}).count(), octree->size());
    QVERIFY(pointsInBox(*octree, {{5, 0, 0}, {3, 3, 3}, 0.1}).empty());
}

QTEST_GUILESS_MAIN(RegionQueriesTest)
#include "test_region_queries.moc"
