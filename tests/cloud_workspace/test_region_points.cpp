#include "cloud_workspace/region_points.h"

#include <QTest>

#include <random>

using namespace rb;
using namespace rb::cloud_workspace;
using spatial::PointSelection;

class TestRegionPoints : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modifiersChooseWhatMarkedPointsDo();
    void markedPointsAddSubtractAndIntersect();
    void pointsOfABoxAreThoseInIt();
    void storedPointsComeBackWithTheirBox();
    void damagedPointsGiveWayToTheBox();
    void noPointsMakeNoRegion();
};

/// A thousand points of a cube that lies far from the origin.
static CloudDocument farCube() {
    auto cloud = std::make_shared<clouds::Cloud>();
    cloud->offset = {500'000, 5'000'000, 100};
    std::mt19937 random(3);
    std::uniform_real_distribution<float> any(-1, 1);
    for (int i = 0; i < 3000; ++i) cloud->positions.push_back(any(random));
    CloudDocument document{cloud, *spatial::PointOctree::build(cloud->positions, {64, 64, 1})};
    return document;
}

static PointSelection some(std::initializer_list<std::size_t> places) {
    PointSelection selection(10);
    for (const std::size_t place : places) selection.set(place);
    return selection;
}

void TestRegionPoints::modifiersChooseWhatMarkedPointsDo() {
    QCOMPARE(combineFor({}), Combine::Replace);
    QCOMPARE(combineFor(Qt::ShiftModifier), Combine::Add);
    QCOMPARE(combineFor(Qt::ControlModifier), Combine::Subtract);
    QCOMPARE(combineFor(Qt::ShiftModifier | Qt::ControlModifier), Combine::Intersect);
}

void TestRegionPoints::markedPointsAddSubtractAndIntersect() {
    const PointSelection before = some({1, 2, 3}), marked = some({3, 4});
    QVERIFY(combined(Combine::Replace, before, marked) == marked);
    QVERIFY(combined(Combine::Add, before, marked) == some({1, 2, 3, 4}));
    QVERIFY(combined(Combine::Subtract, before, marked) == some({1, 2}));
    QVERIFY(combined(Combine::Intersect, before, marked) == some({3}));
}

void TestRegionPoints::pointsOfABoxAreThoseInIt() {
    const CloudDocument document = farCube();
    const geometry::Box3 upperHalf{{500'000, 5'000'000, 100.5}, {4, 4, 1}, 0};
    const PointSelection points = pointsOf(document, {upperHalf, {}});
    std::size_t expected = 0;
    for (std::size_t i = 0; i < document.cloud->size(); ++i) expected += document.cloud->positions[3 * i + 2] >= 0;
    QCOMPARE(points.count(), expected);
    QCOMPARE(pointsFor(document, points).size(), expected);
}

void TestRegionPoints::storedPointsComeBackWithTheirBox() {
    const CloudDocument document = farCube();
    PointSelection points(document.octree->size());
    points.setRange(100, 180);
    const auto shape = shapeOf(document, points, spatial::BoxTurn::AxisAligned);
    QVERIFY(shape.ok());
    QVERIFY(pointsOf(document, *shape) == points);
    // The box lies in the file's coordinates, and holds them.
    QVERIFY(std::abs(shape->box.center[0] - 500'000) < 1.1);
    PointSelection outside = points;
    outside.subtract(pointsOf(document, {shape->box, {}}));
    QVERIFY(outside.empty());
}

void TestRegionPoints::damagedPointsGiveWayToTheBox() {
    const CloudDocument document = farCube();
    const geometry::Box3 all{{500'000, 5'000'000, 100}, {4, 4, 4}, 0};
    QCOMPARE(pointsOf(document, {all, QByteArray("RBS1 of another cloud")}).count(), document.octree->size());
}

void TestRegionPoints::noPointsMakeNoRegion() {
    const CloudDocument document = farCube();
    QVERIFY(!shapeOf(document, PointSelection(document.octree->size()), spatial::BoxTurn::Yaw).ok());
}

QTEST_GUILESS_MAIN(TestRegionPoints)
#include "test_region_points.moc"
