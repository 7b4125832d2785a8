#include "tests/viewer3d/some_clouds.h"
#include "viewer3d/overlay/orientation_cube.h"
#include "viewer3d/overlay/region_overlay.h"
#include "viewer3d/overlay/scale_bar.h"
#include "viewer3d/scene/ground_grid.h"

#include <QFontMetricsF>
#include <QTest>

using namespace rb;
using namespace rb::viewer3d;

namespace {

Projection view() { return {{{0, -8, 3}, {0, 0, 0}, {0, 0, 1}}, 800, 600, {0.1, 100}}; }

RegionBox labelled(qint64 id, Vec3d centre, const QString& label, bool selected = false) {
    RegionBox region;
    region.id = id;
    region.box = {centre, {0.5, 0.5, 0.5}, 0};
    region.label = label;
    region.selected = selected;
    return region;
}

} // namespace

class TestOverlay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsDoNotCoverEachOther();
    void theSelectedLabelComesFirst();
    void labelsOutsideTheViewAreLeftOut();
    void longLabelsAreShortened();
    void cubeSidesLookWhereTheyLie_data();
    void cubeSidesLookWhereTheyLie();
    void scaleBarIsARoundLength_data();
    void scaleBarIsARoundLength();
    void stepsAreRound();
    void gridLiesUnderTheCloud();
};

void TestOverlay::labelsDoNotCoverEachOther() {
    std::vector<RegionBox> regions;
    for (int i = 0; i < 200; ++i)
        regions.push_back(labelled(i + 1, {(i % 20) * 0.2 - 2, (i / 20) * 0.3 - 1.5, 0}, QStringLiteral("a chair by the wall")));
    const auto plates = layOutLabels(regions, view(), QFontMetricsF(QFont()));
    QVERIFY(plates.size() > 3 && plates.size() < 200);
    for (std::size_t a = 0; a < plates.size(); ++a)
        for (std::size_t b = a + 1; b < plates.size(); ++b) QVERIFY(!plates[a].rect.intersects(plates[b].rect));
}

void TestOverlay::theSelectedLabelComesFirst() {
    const std::vector<RegionBox> regions{labelled(1, {0, -1, 0}, QStringLiteral("near")), labelled(2, {0, 0, 0.2}, QStringLiteral("far"), true)};
    const auto plates = layOutLabels(regions, view(), QFontMetricsF(QFont()));
    QVERIFY(!plates.empty());
    QCOMPARE(plates[0].id, 2);
}

void TestOverlay::labelsOutsideTheViewAreLeftOut() {
    std::vector<RegionBox> regions{labelled(1, {50, 0, 0}, QStringLiteral("beside")), labelled(2, {0, -20, 0}, QStringLiteral("behind the eye")),
                                   labelled(3, {0, 0, 0}, {}), labelled(4, {0, 0, 0}, QStringLiteral("hidden"))};
    regions[3].hidden = true;
    QVERIFY(layOutLabels(regions, view(), QFontMetricsF(QFont())).empty());
}

void TestOverlay::longLabelsAreShortened() {
    const std::vector<RegionBox> regions{labelled(1, {0, 0, 0}, QStringLiteral("word ").repeated(200))};
    const auto plates = layOutLabels(regions, view(), QFontMetricsF(QFont()));
    QVERIFY(plates[0].rect.width() < 260);
}

void TestOverlay::cubeSidesLookWhereTheyLie_data() {
    QTest::addColumn<int>("side");
    for (int i = 0; i < 6; ++i) QTest::addRow("side %d", i) << i;
}

void TestOverlay::cubeSidesLookWhereTheyLie() {
    QFETCH(int, side);
    const Camera camera = seenFrom({{0, -4, 0}, {0, 0, 0}, {0, 0, 1}}, StandardView(side));
    const OrientationCube cube(camera, QRectF(700, 10, 80, 80));
    QCOMPARE(cube.sideAt({740, 50}), std::optional(StandardView(side)));
    QVERIFY(!cube.sideAt({300, 300}));
}

void TestOverlay::scaleBarIsARoundLength_data() {
    QTest::addColumn<double>("distance");
    for (const double distance : {0.03, 0.7, 8.0, 333.0, 40000.0}) QTest::addRow("%g", distance) << distance;
}

void TestOverlay::scaleBarIsARoundLength() {
    QFETCH(double, distance);
    const Projection projection({{0, -distance, 0}, {0, 0, 0}, {0, 0, 1}}, 800, 600, {distance / 10, distance * 10});
    const ScaleLength bar = scaleLength(projection);
    QVERIFY(bar.pixels >= 60 && bar.pixels <= 160);
    const auto left = projection.toScreen({0, 0, 0}), right = projection.toScreen({bar.units, 0, 0});
    QVERIFY(std::abs(right->x - left->x - bar.pixels) < 1e-6);
    QLocale::setDefault(QLocale::c());
    const QString digits = scaleText(bar.units).remove(QLatin1Char('0')).remove(QLatin1Char('.'));
    QVERIFY2(digits == QLatin1String("1") || digits == QLatin1String("2") || digits == QLatin1String("5"), qPrintable(scaleText(bar.units)));
}

void TestOverlay::stepsAreRound() {
    QCOMPARE(roundStep(1), 1.0);
    QCOMPARE(roundStep(4.9), 2.0);
    QCOMPARE(roundStep(730), 500.0);
    QCOMPARE(roundStep(0.03), 0.02);
}

void TestOverlay::gridLiesUnderTheCloud() {
    const spatial::Bounds bounds{{-3.3F, 1, 0.5F}, {4.1F, 2, 3}};
    const auto lines = gridLines(bounds, ViewLook::dark());
    QVERIFY(lines.size() > 10 && lines.size() < 60);
    double low = 0, high = 0;
    for (const auto& line : lines) {
        QVERIFY(line.from[2] < 0.5);
        low = std::min(low, line.from[0]);
        high = std::max(high, line.to[0]);
    }
    QVERIFY(low <= -3.3 && high >= 4.1);
    QVERIFY(!gridLines({{1, 1, 1}, {1, 1, 1}}, ViewLook::dark()).empty()); // one point
}

QTEST_MAIN(TestOverlay)
#include "test_overlay.moc"
