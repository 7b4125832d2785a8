#include "core/spatial/box_fit.h"
#include "core/spatial/region_queries.h"
#include "tests/core/spatial/clouds.h"

using namespace rb::spatial;
using namespace rb::spatial::testing;
using rb::geometry::Box3;

namespace {

/// Points in a box with its corners among them.
void appendBox(std::vector<float>& positions, const Box3& box, int points, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> half(-0.5, 0.5);
    for (int i = 0; i < points; ++i) {
        const bool corner = i < 8;
        const double x = box.size[0] * (corner ? (i & 1) - 0.5 : half(random));
        const double y = box.size[1] * (corner ? (i >> 1 & 1) - 0.5 : half(random));
        const double z = box.size[2] * (corner ? (i >> 2 & 1) - 0.5 : half(random));
        positions.push_back(static_cast<float>(box.center[0] + std::cos(box.yaw) * x - std::sin(box.yaw) * y));
        positions.push_back(static_cast<float>(box.center[1] + std::sin(box.yaw) * x + std::cos(box.yaw) * y));
        positions.push_back(static_cast<float>(box.center[2] + z));
    }
}

bool alike(const Box3& a, const Box3& b, double tolerance) {
    for (std::size_t axis = 0; axis < 3; ++axis)
        if (std::abs(a.center[axis] - b.center[axis]) > tolerance || std::abs(a.size[axis] - b.size[axis]) > tolerance) return false;
    return std::abs(a.yaw - b.yaw) <= tolerance;
}

PointSelection everyPoint(const PointOctree& octree) {
    PointSelection all(octree.size());
    all.invert();
    return all;
}

} // namespace

class BoxFitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void alignedBoxHasTheBounds();
    void turnedBoxIsFound();
    void boxHoldsAllItsPoints_data();
    void boxHoldsAllItsPoints();
    void noPointsHaveNoBox();
    void thingInFrontIsFitted_data();
    void thingInFrontIsFitted();
    void noiseInFrontIsLeftOut();
    void depthBoundsChooseTheThingBehind();
    void emptyRectangleFails();
    void stoppedFitFails();
};

void BoxFitTest::alignedBoxHasTheBounds() {
    const auto octree = build({1, 2, 3, 2, 6, -1, 1.5F, 3, 0});
    QVERIFY(*boxAround(*octree, everyPoint(*octree), BoxTurn::AxisAligned) == (Box3{{1.5, 4, 1}, {1, 4, 4}, 0}));
}

void BoxFitTest::turnedBoxIsFound() {
    const Box3 box{{30, -20, 2}, {4, 1.5, 0.8}, 0.6};
    std::vector<float> positions;
    appendBox(positions, box, 5000, 2);
    const auto octree = build(positions);
    QVERIFY(alike(*boxAround(*octree, everyPoint(*octree), BoxTurn::Yaw), box, 1e-5));
}

void BoxFitTest::boxHoldsAllItsPoints_data() {
    QTest::addColumn<QString>("cloud");
    for (const char* cloud : {"uniform", "clustered", "planar", "duplicates", "one"}) QTest::newRow(cloud) << QString::fromLatin1(cloud);
}

void BoxFitTest::boxHoldsAllItsPoints() {
    QFETCH(const QString, cloud);
    const auto octree = build(makeCloud(cloud));
    for (const double part : {0.2, 0.7, 3.0}) {
        const PointSelection some = pointsInBox(*octree, {{0, 0, 0}, {3, part, 3}, 0.3});
        if (some.empty()) continue;
        for (const BoxTurn turn : {BoxTurn::AxisAligned, BoxTurn::Yaw}) {
            PointSelection outside = some;
            outside.subtract(pointsInBox(*octree, *boxAround(*octree, some, turn)));
            QVERIFY(outside.empty());
        }
    }
}

void BoxFitTest::noPointsHaveNoBox() {
    const auto octree = build({0, 0, 0});
    QVERIFY(boxAround(*octree, PointSelection(1), BoxTurn::Yaw).error().code == rb::ErrorCode::InvalidArgument);
}

void BoxFitTest::thingInFrontIsFitted_data() {
    QTest::addColumn<bool>("perspective");
    QTest::newRow("perspective") << true;
    QTest::newRow("parallel") << false;
}

void BoxFitTest::thingInFrontIsFitted() {
    QFETCH(const bool, perspective);
    const Box3 front{{0.3, -0.4, 0.2}, {0.5, 0.3, 0.2}, 0.4};
    std::vector<float> positions;
    appendBox(positions, {{-1.2, 1.6, -0.8}, {1.5, 1.5, 1.5}, 0.2}, 9000, 4);
    appendBox(positions, front, 3000, 3);
    const auto octree = build(positions);
    const auto fitted = fitBox(*octree, lookingAtOrigin(perspective), {0, 0, 800, 600});
    QVERIFY(fitted);
    QVERIFY(alike(fitted->box, front, 1e-5));
    const auto indices = indicesOf(*octree, fitted->points);
    QCOMPARE(indices.size(), std::size_t{3000});
    QCOMPARE(indices.front(), 9000U);
}

void BoxFitTest::noiseInFrontIsLeftOut() {
    const Box3 thing{{0, 0, 0}, {0.5, 0.3, 0.2}, 0.4};
    std::vector<float> positions;
    appendBox(positions, {{1.5, -2, 1}, {0.01, 0.01, 0.01}, 0}, 10, 3);
    appendBox(positions, thing, 3000, 4);
    const auto octree = build(positions);
    QVERIFY(alike(fitBox(*octree, lookingAtOrigin(), {0, 0, 800, 600})->box, thing, 1e-5));
}

void BoxFitTest::depthBoundsChooseTheThingBehind() {
    const Box3 behind{{-1.2, 1.6, -0.8}, {0.5, 0.5, 0.5}, 0.2};
    std::vector<float> positions;
    appendBox(positions, {{0.3, -0.4, 0.2}, {0.5, 0.3, 0.2}, 0.4}, 3000, 3);
    appendBox(positions, behind, 3000, 4);
    const auto octree = build(positions);
    BoxFitOptions options;
    options.depth.near = 6;
    QVERIFY(alike(fitBox(*octree, lookingAtOrigin(), {0, 0, 800, 600}, options)->box, behind, 1e-5));
}

void BoxFitTest::emptyRectangleFails() {
    const auto octree = build({0, 0, 0});
    QVERIFY(fitBox(*octree, lookingAtOrigin(), {0, 0, 100, 100}).error().code == rb::ErrorCode::InvalidArgument);
    QVERIFY(!fitBox(*build({}), lookingAtOrigin(), {0, 0, 800, 600}));
}

void BoxFitTest::stoppedFitFails() {
    const auto octree = build(makeCloud(QStringLiteral("uniform")));
    std::stop_source stop;
    stop.request_stop();
    BoxFitOptions options;
    options.stop = stop.get_token();
    QVERIFY(fitBox(*octree, lookingAtOrigin(), {0, 0, 800, 600}, options).error().code == rb::ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(BoxFitTest)
#include "test_box_fit.moc"
