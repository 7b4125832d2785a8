#include "core/spatial/minimum_rectangle.h"

#include <QTest>

#include <cmath>
#include <numbers>
#include <random>

using namespace rb::spatial;
using rb::geometry::Point2;

namespace {

std::vector<Point2> randomPoints(std::size_t count, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> wide(0, 3), narrow(0, 1);
    std::vector<Point2> points(count);
    for (Point2& point : points) {
        const double along = wide(random), across = narrow(random);
        point = {5 + 0.8 * along - 0.6 * across, -2 + 0.6 * along + 0.8 * across};
    }
    return points;
}

double extent(const std::vector<Point2>& points, double angle) {
    double low = 1e300, high = -1e300;
    for (const Point2 point : points) {
        const double at = point.x * std::cos(angle) + point.y * std::sin(angle);
        low = std::min(low, at);
        high = std::max(high, at);
    }
    return high - low;
}

} // namespace

class MinimumRectangleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hullHasAllPointsOnItsLeft_data();
    void hullHasAllPointsOnItsLeft();
    void hullOfSquareIsItsCorners();
    void hullsOfFewPoints();
    void noAngleGivesASmallerRectangle_data() { hullHasAllPointsOnItsLeft_data(); }
    void noAngleGivesASmallerRectangle();
    void turnedRectangleIsFound_data();
    void turnedRectangleIsFound();
    void octagonHoldsNoCornerOfTheHull();
};

void MinimumRectangleTest::hullHasAllPointsOnItsLeft_data() {
    QTest::addColumn<int>("points");
    for (const int points : {3, 4, 5, 20, 1000}) QTest::addRow("%d points", points) << points;
}

void MinimumRectangleTest::hullHasAllPointsOnItsLeft() {
    QFETCH(const int, points);
    const auto cloud = randomPoints(static_cast<std::size_t>(points), 1);
    const auto hull = convexHull(cloud);
    QVERIFY(hull.size() >= 3);
    for (std::size_t i = 0; i < hull.size(); ++i) {
        const Point2 a = hull[i], b = hull[(i + 1) % hull.size()];
        QVERIFY(std::find(cloud.begin(), cloud.end(), a) != cloud.end());
        for (const Point2 p : cloud)
            QVERIFY((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) >= -1e-12);
    }
}

void MinimumRectangleTest::hullOfSquareIsItsCorners() {
    std::vector<Point2> grid;
    for (int x = 0; x <= 10; ++x)
        for (int y = 0; y <= 10; ++y) grid.push_back({double(x), double(y)});
    QVERIFY(convexHull(grid) == (std::vector<Point2>{{0, 0}, {10, 0}, {10, 10}, {0, 10}}));
}

void MinimumRectangleTest::hullsOfFewPoints() {
    QVERIFY(convexHull({}).empty());
    QVERIFY(convexHull({{1, 2}, {1, 2}, {1, 2}}) == (std::vector<Point2>{{1, 2}}));
    QVERIFY(convexHull({{1, 1}, {3, 3}, {2, 2}, {0, 0}}) == (std::vector<Point2>{{0, 0}, {3, 3}}));
    QCOMPARE(minimumRectangle({}).width, 0.0);
    QVERIFY(minimumRectangle({{1, 2}}).center == (Point2{1, 2}));
    const TurnedRectangle line = minimumRectangle({{0, 0}, {3, 3}});
    QVERIFY(std::abs(line.yaw - std::numbers::pi / 4) < 1e-12);
    QVERIFY(std::abs(line.width - std::sqrt(18.0)) < 1e-12 && std::abs(line.height) < 1e-12);
}

// One side lies along an edge (Freeman and Shapira 1975), so among many angles none does better.
void MinimumRectangleTest::noAngleGivesASmallerRectangle() {
    QFETCH(const int, points);
    for (std::uint32_t seed = 1; seed < 20; ++seed) {
        const auto cloud = randomPoints(static_cast<std::size_t>(points), seed);
        const TurnedRectangle best = minimumRectangle(convexHull(cloud));
        QVERIFY(best.yaw > -std::numbers::pi / 4 - 1e-12 && best.yaw <= std::numbers::pi / 4 + 1e-12);
        QVERIFY(std::abs(best.width - extent(cloud, best.yaw)) < 1e-9);
        QVERIFY(std::abs(best.height - extent(cloud, best.yaw + std::numbers::pi / 2)) < 1e-9);
        for (int degree = 0; degree < 90; ++degree) {
            const double angle = degree * std::numbers::pi / 180;
            QVERIFY(best.width * best.height <= extent(cloud, angle) * extent(cloud, angle + std::numbers::pi / 2) + 1e-9);
        }
    }
}

void MinimumRectangleTest::turnedRectangleIsFound_data() {
    QTest::addColumn<double>("yaw");
    QTest::addColumn<double>("expected");
    QTest::newRow("0") << 0.0 << 0.0;
    QTest::newRow("0.5") << 0.5 << 0.5;
    QTest::newRow("-0.7") << -0.7 << -0.7;
    QTest::newRow("1.2 is a quarter turn on") << 1.2 << 1.2 - std::numbers::pi / 2;
    QTest::newRow("-2 is a quarter turn on") << -2.0 << -2 + std::numbers::pi / 2;
}

void MinimumRectangleTest::turnedRectangleIsFound() {
    QFETCH(const double, yaw);
    QFETCH(const double, expected);
    std::vector<Point2> corners;
    for (const auto& [x, y] : {std::pair{3.0, 1.0}, {-3.0, 1.0}, {-3.0, -1.0}, {3.0, -1.0}})
        corners.push_back({7 + std::cos(yaw) * x - std::sin(yaw) * y, 4 + std::sin(yaw) * x + std::cos(yaw) * y});
    const TurnedRectangle found = minimumRectangle(convexHull(corners));
    QVERIFY(std::abs(found.yaw - expected) < 1e-9);
    QVERIFY(std::abs(found.center.x - 7) < 1e-9 && std::abs(found.center.y - 4) < 1e-9);
    const bool swapped = yaw != expected;
    QVERIFY(std::abs(found.width - (swapped ? 2 : 6)) < 1e-9 && std::abs(found.height - (swapped ? 6 : 2)) < 1e-9);
}

void MinimumRectangleTest::octagonHoldsNoCornerOfTheHull() {
    for (std::uint32_t seed = 1; seed < 10; ++seed) {
        const auto cloud = randomPoints(2000, seed);
        Octagon octagon;
        for (const Point2 point : cloud) octagon.reachTo(point);
        for (const Point2 corner : convexHull(cloud)) QVERIFY(!octagon.holds(corner));
        QVERIFY(std::count_if(cloud.begin(), cloud.end(), [&](Point2 point) { return octagon.holds(point); }) > 1500);
    }
    Octagon single;
    single.reachTo({2, 3});
    QVERIFY(!single.holds({2, 3}));
}

QTEST_GUILESS_MAIN(MinimumRectangleTest)
#include "test_minimum_rectangle.moc"
