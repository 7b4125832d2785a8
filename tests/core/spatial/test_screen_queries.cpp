#include "core/spatial/polygon_raster.h"
#include "core/spatial/region_queries.h"
#include "core/spatial/screen_queries.h"
#include "tests/core/spatial/clouds.h"

using namespace rb::spatial;
using namespace rb::spatial::testing;
using rb::geometry::Point2;

namespace {

std::vector<Point2> polygonNamed(const QString& name) {
    if (name == QLatin1String("triangle")) return {{250, 150}, {600, 260}, {330, 480}};
    if (name == QLatin1String("crossing itself")) return {{200, 150}, {600, 450}, {600, 150}, {200, 450}};
    if (name == QLatin1String("beyond the viewport")) return {{-500, 300}, {400, -900}, {2000, 700}, {380, 320}};
    if (name == QLatin1String("line")) return {{100, 100}, {500, 400}};
    if (name == QLatin1String("flat")) return {{100, 300}, {700, 300}, {400, 300}};
    std::vector<Point2> lasso; // a wavy ring
    for (int i = 0; i < 700; ++i) {
        const double angle = i * 2 * std::numbers::pi / 700, radius = 140 + 60 * std::sin(9 * angle);
        lasso.push_back({400 + radius * std::cos(angle), 290 + radius * std::sin(angle)});
    }
    return lasso;
}

bool evenOdd(const std::vector<Point2>& corners, double x, double y) {
    bool inside = false;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const Point2 a = corners[i], b = corners[(i + 1) % corners.size()];
        if ((a.y > y) != (b.y > y) && x < a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y)) inside = !inside;
    }
    return inside;
}

} // namespace

class ScreenQueriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void polygonFindsJustThePointsShownInside_data();
    void polygonFindsJustThePointsShownInside();
    void rasterAgreesWithEvenOddRule_data();
    void rasterAgreesWithEvenOddRule();
    void discFindsJustThePointsShownInside_data() { addCloudRows(); }
    void discFindsJustThePointsShownInside();
    void depthBoundsCutTheCloud_data();
    void depthBoundsCutTheCloud();
    void pointsBehindTheEyeAreNotSelected();
};

void ScreenQueriesTest::polygonFindsJustThePointsShownInside_data() {
    QTest::addColumn<QString>("cloud");
    QTest::addColumn<QString>("polygon");
    for (const char* cloud : {"uniform", "clustered", "planar", "duplicates", "one", "none"})
        for (const char* polygon : {"triangle", "crossing itself", "beyond the viewport", "line", "flat", "lasso"})
            QTest::addRow("%s, %s", cloud, polygon) << QString::fromLatin1(cloud) << QString::fromLatin1(polygon);
}

void ScreenQueriesTest::polygonFindsJustThePointsShownInside() {
    QFETCH(const QString, cloud);
    QFETCH(const QString, polygon);
    const auto positions = makeCloud(cloud);
    const auto octree = build(positions);
    const auto corners = polygonNamed(polygon);
    for (const bool perspective : {true, false}) {
        const ScreenView view = lookingAtOrigin(perspective);
        const auto expected = plainSearch(positions, [&](const float* point) {
            const Shown at = show(view, point);
            return at.seen && corners.size() > 2 && evenOdd(corners, at.x, at.y);
        });
        for (const int threads : {1, 2})
            QVERIFY(indicesOf(*octree, pointsInScreenPolygon(*octree, view, corners, {}, threads)) == expected);
        if (cloud == QLatin1String("uniform") && corners.size() > 3) QVERIFY(expected.size() > 100);
    }
}

void ScreenQueriesTest::rasterAgreesWithEvenOddRule_data() {
    QTest::addColumn<QString>("polygon");
    for (const char* polygon : {"triangle", "crossing itself", "beyond the viewport", "flat", "lasso"})
        QTest::newRow(polygon) << QString::fromLatin1(polygon);
}

void ScreenQueriesTest::rasterAgreesWithEvenOddRule() {
    QFETCH(const QString, polygon);
    const auto corners = polygonNamed(polygon);
    const PolygonRaster raster(corners);
    std::mt19937 random(3);
    std::uniform_real_distribution<double> x(-50, 850), y(-50, 650), size(0, 60);
    for (int i = 0; i < 20000; ++i) {
        const Point2 at{x(random), y(random)};
        QCOMPARE(raster.contains(at.x, at.y), evenOdd(corners, at.x, at.y));
        const rb::geometry::Box2 box{at.x, at.y, size(random), size(random)};
        const Side side = raster.sideOf(box);
        if (side == Side::Partly) continue;
        for (const Point2 part : {Point2{0.01, 0.02}, Point2{0.5, 0.5}, Point2{0.97, 0.99}, Point2{0.2, 0.9}})
            QCOMPARE(evenOdd(corners, box.x + part.x * box.width, box.y + part.y * box.height), side == Side::Inside);
    }
}

void ScreenQueriesTest::discFindsJustThePointsShownInside() {
    QFETCH(const QString, cloud);
    const auto positions = makeCloud(cloud);
    const auto octree = build(positions);
    for (const bool perspective : {true, false}) {
        const ScreenView view = lookingAtOrigin(perspective);
        for (const double radius : {1.0, 25.0, 260.0}) {
            const auto expected = plainSearch(positions, [&](const float* point) {
                const Shown at = show(view, point);
                return at.seen && (at.x - 380) * (at.x - 380) + (at.y - 310) * (at.y - 310) <= radius * radius;
            });
            for (const int threads : {1, 2})
                QVERIFY(indicesOf(*octree, pointsInScreenDisc(*octree, view, {380, 310}, radius, {}, threads)) == expected);
        }
    }
}

void ScreenQueriesTest::depthBoundsCutTheCloud_data() {
    QTest::addColumn<bool>("perspective");
    QTest::newRow("perspective, from the eye") << true;
    QTest::newRow("parallel, from the middle of the clipped space") << false;
}

void ScreenQueriesTest::depthBoundsCutTheCloud() {
    QFETCH(const bool, perspective);
    const auto positions = makeCloud(QStringLiteral("uniform"));
    const auto octree = build(positions);
    const ScreenView view = lookingAtOrigin(perspective);
    const double middle = perspective ? 0 : 10.5; // between the near plane at 1 and the far one at 20
    const DepthBounds depth{4.9 - middle, 5.6 - middle};
    const auto corners = polygonNamed(QStringLiteral("lasso"));
    const auto expected = plainSearch(positions, [&](const float* point) {
        const Shown at = show(view, point);
        return distanceAhead(point) >= 4.9 && distanceAhead(point) <= 5.6 && evenOdd(corners, at.x, at.y);
    });
    QVERIFY(expected.size() > 100);
    QVERIFY(indicesOf(*octree, pointsInScreenPolygon(*octree, view, corners, depth)) == expected);
}

void ScreenQueriesTest::pointsBehindTheEyeAreNotSelected() {
    // On the axis of view: behind the eye, before the near plane, within, behind the far plane.
    std::vector<float> positions;
    for (const double distance : {-3.0, 0.5, 3.0, 30.0}) {
        const double along = 1 - distance / std::sqrt(29.0);
        for (const double value : {3 * along, -4 * along, 2 * along}) positions.push_back(static_cast<float>(value));
    }
    const auto octree = build(positions);
    const std::vector<std::uint32_t> within{2};
    QVERIFY(indicesOf(*octree, pointsInScreenDisc(*octree, lookingAtOrigin(), {400, 300}, 50)) == within);
    QVERIFY(indicesOf(*octree, pointsInFrustum(*octree, frustumOf(lookingAtOrigin(), {0, 0, 800, 600}))) == within);
}

QTEST_GUILESS_MAIN(ScreenQueriesTest)
#include "test_screen_queries.moc"
