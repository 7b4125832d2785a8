#include "core/geometry/shape2.h"

#include <QTest>

#include <cmath>

using namespace rb::geometry;

class Shape2Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aQuarterTurnSwapsTheSides();
    void positiveAnglesTurnClockwiseOnTheScreen();
    void boundsHoldEveryCorner();
    void pointsInsideAreInside();
    void areaOfATurnedBoxIsThatOfTheBox();
    void fourCornersOfATurnedBoxGiveItBack_data();
    void fourCornersOfATurnedBoxGiveItBack();
    void fourCornersThatAreNoRectangleStayAPolygon();
    void anglesAreWrapped();
};

void Shape2Test::aQuarterTurnSwapsTheSides() {
    const Box2 bounds = boundsOf(rotatedBox({10, 20, 40, 10}, 90));
    QVERIFY(std::abs(bounds.width - 10) < 1e-9 && std::abs(bounds.height - 40) < 1e-9);
    QVERIFY(std::abs(bounds.x - 25) < 1e-9 && std::abs(bounds.y - 5) < 1e-9);
}

void Shape2Test::positiveAnglesTurnClockwiseOnTheScreen() {
    const Point2 upperLeft = cornersOf(rotatedBox({-1, -1, 2, 2}, 90)).front();
    QVERIFY(std::abs(upperLeft.x - 1) < 1e-9 && std::abs(upperLeft.y + 1) < 1e-9); // to the upper right: y points down
}

void Shape2Test::boundsHoldEveryCorner() {
    const Shape2 shape = polygon({{3, 4}, {-2, 7}, {5, -1}});
    QVERIFY(boundsOf(shape) == (Box2{-2, -1, 7, 8}));
    QVERIFY(shape.box == boundsOf(shape));
}

void Shape2Test::pointsInsideAreInside() {
    const Shape2 hook = polygon({{0, 0}, {10, 0}, {10, 10}, {5, 10}, {5, 5}, {0, 5}});
    QVERIFY(contains(hook, {7, 8}));
    QVERIFY(!contains(hook, {2, 8}));
    QVERIFY(contains(rotatedBox({0, 4, 10, 2}, 90), {5, 1}));
    QVERIFY(!contains(rotatedBox({0, 4, 10, 2}, 90), {1, 5}));
}

void Shape2Test::areaOfATurnedBoxIsThatOfTheBox() {
    QCOMPARE(areaOf(rotatedBox({1, 2, 3, 4}, 33)), 12.0);
    QVERIFY(std::abs(areaOf(polygon(cornersOf(rotatedBox({1, 2, 3, 4}, 33)))) - 12) < 1e-9);
}

void Shape2Test::fourCornersOfATurnedBoxGiveItBack_data() {
    QTest::addColumn<double>("angle");
    for (const double angle : {-170.0, -90.0, -30.0, 0.0, 12.5, 45.0, 90.0, 180.0}) QTest::addRow("%g degrees", angle) << angle;
}

void Shape2Test::fourCornersOfATurnedBoxGiveItBack() {
    QFETCH(const double, angle);
    const Shape2 shape = rotatedBox({10, 20, 40, 15}, angle);
    std::vector<Point2> corners = cornersOf(shape);
    for (const bool counterClockwise : {false, true}) {
        if (counterClockwise) std::swap(corners[1], corners[3]);
        const Shape2 found = fromFourCorners(corners);
        QVERIFY(found.kind != Shape2::Kind::Polygon);
        QVERIFY(std::abs(areaOf(found) - areaOf(shape)) < 1e-6);
        const Box2 a = boundsOf(found), b = boundsOf(shape);
        QVERIFY(std::abs(a.x - b.x) + std::abs(a.y - b.y) + std::abs(a.width - b.width) + std::abs(a.height - b.height) < 1e-6);
    }
}

void Shape2Test::fourCornersThatAreNoRectangleStayAPolygon() {
    QVERIFY(fromFourCorners({{0, 0}, {10, 1}, {10, 9}, {0, 10}}).kind == Shape2::Kind::Polygon);
    QVERIFY(fromFourCorners({{0, 0}, {0, 0}, {0, 0}, {0, 0}}).kind == Shape2::Kind::Polygon);
}

void Shape2Test::anglesAreWrapped() {
    QCOMPARE(rotatedBox({}, 270).angle, -90.0);
    QCOMPARE(rotatedBox({}, -180).angle, 180.0);
    QCOMPARE(rotatedBox({}, 720).angle, 0.0);
}

QTEST_GUILESS_MAIN(Shape2Test)
#include "test_shape2.moc"
