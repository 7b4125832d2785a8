#include "tests/viewer3d/some_clouds.h"
#include "viewer3d/color/point_colors.h"

#include <QColor>
#include <QTest>

#include <numeric>
#include <set>

using namespace rb;
using namespace rb::viewer3d;

namespace {

/// Lightness of CIE L*a*b* (D65), 0 … 100, from its definition.
double lightness(std::uint32_t color) {
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const double y = 0.2126 * linear((color & 255U) / 255.0) + 0.7152 * linear((color >> 8 & 255U) / 255.0) + 0.0722 * linear((color >> 16 & 255U) / 255.0);
    return 116 * (y > 0.008856 ? std::cbrt(y) : 7.787 * y + 16.0 / 116) - 16;
}

clouds::Cloud fourPoints() {
    clouds::Cloud cloud;
    cloud.positions = {0, 0, 0, 1, 0, 1, 0, 1, 2, 1, 1, 3};
    cloud.colors = {255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 8, 7};
    cloud.intensity = {10, 30, 20, 40};
    cloud.classes = {2, 2, 5, 13};
    cloud.instances = {0, 1, 1, 2};
    return cloud;
}

const std::vector<std::uint32_t> kOrder{3, 1, 0, 2};

} // namespace

class TestPointColors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rampGetsEvenlyLighter();
    void categoriesCanBeToldApart();
    void strayValuesDoNotUseUpTheRamp();
    void coloursAreInTheOctreesOrder();
    void classesOfOneNumberHaveOneColour();
    void pointsOfNoInstanceArePlain();
    void heightAndIntensityFollowTheRamp();
    void whatTheCloudLacksIsPlain();
    void givenColoursAreTaken();
    void bestColourIsWhatTheCloudHas();
};

void TestPointColors::rampGetsEvenlyLighter() {
    const Ramp ramp;
    const double first = lightness(ramp.at(0)), last = lightness(ramp.at(1));
    QVERIFY(first < 32 && last > 82);
    for (int i = 1; i <= 32; ++i) {
        const double step = lightness(ramp.at(float(i) / 32)) - lightness(ramp.at(float(i - 1) / 32));
        QVERIFY2(step > 0.4 * (last - first) / 32 && step < 1.9 * (last - first) / 32, qPrintable(QString::number(i) + QLatin1Char(' ') + QString::number(step)));
    }
    QCOMPARE(ramp.at(-5), ramp.at(0));
    QCOMPARE(ramp.at(7), ramp.at(1));
    QCOMPARE(ramp.at(std::numeric_limits<float>::quiet_NaN()), ramp.at(0));
}

void TestPointColors::categoriesCanBeToldApart() {
    std::set<std::uint32_t> colors;
    for (int i = 0; i < 8; ++i) colors.insert(categoryColor(i));
    QCOMPARE(colors.size(), 8U);
    QCOMPARE(categoryColor(8), categoryColor(0));
    QCOMPARE(categoryColor(-1), categoryColor(7));
    QCOMPARE(categoryColor(0), packed(230, 159, 0)); // the first of Okabe and Ito
}

void TestPointColors::strayValuesDoNotUseUpTheRamp() {
    std::vector<float> values(1000);
    std::iota(values.begin(), values.end(), 0.0F);
    values[3] = 1e9F;
    values[4] = std::numeric_limits<float>::infinity();
    const ValueRange range = rampRange(values);
    QVERIFY(range.low >= 5 && range.low <= 15 && range.high >= 980 && range.high < 1000);
    const ValueRange same = rampRange(std::vector<float>(10, 4.0F));
    QVERIFY(same.high > same.low);
    QVERIFY(rampRange({}).high > rampRange({}).low);
}

void TestPointColors::coloursAreInTheOctreesOrder() {
    const std::vector<std::uint32_t> expected{packed(9, 8, 7), packed(0, 255, 0), packed(255, 0, 0), packed(0, 0, 255)};
    QCOMPARE(pointColors(fourPoints(), kOrder, {ColorBy::Rgb}), expected);
}

void TestPointColors::classesOfOneNumberHaveOneColour() {
    const auto colors = pointColors(fourPoints(), kOrder, {ColorBy::Class});
    QCOMPARE(colors[1], colors[2]);
    QCOMPARE(colors[0], colors[3]); // 13 and 5: eight colours go round
    QVERIFY(colors[0] != colors[1]);
}

void TestPointColors::pointsOfNoInstanceArePlain() {
    const ColorChoice choice{ColorBy::Instance, packed(1, 2, 3), {}};
    const auto colors = pointColors(fourPoints(), kOrder, choice);
    QCOMPARE(colors[2], choice.plain);
    QCOMPARE(colors[1], colors[3]);
    QVERIFY(colors[0] != colors[1]);
}

void TestPointColors::heightAndIntensityFollowTheRamp() {
    const auto heights = pointColors(fourPoints(), kOrder, {ColorBy::Height});
    QVERIFY(lightness(heights[2]) < lightness(heights[1]) && lightness(heights[1]) < lightness(heights[3]));
    const auto strengths = pointColors(fourPoints(), kOrder, {ColorBy::Intensity});
    QVERIFY(lightness(strengths[2]) < lightness(strengths[3]) && lightness(strengths[3]) < lightness(strengths[1]));
}

void TestPointColors::whatTheCloudLacksIsPlain() {
    clouds::Cloud bare;
    bare.positions = fourPoints().positions;
    for (const ColorBy by : {ColorBy::Rgb, ColorBy::Intensity, ColorBy::Class, ColorBy::Instance}) {
        QVERIFY(!has(bare, by));
        QCOMPARE(pointColors(bare, kOrder, {by, 77, {}}), std::vector<std::uint32_t>(4, 77));
    }
}

void TestPointColors::givenColoursAreTaken() {
    const std::vector<std::uint32_t> given{packed(1, 1, 1), 0, packed(3, 3, 3)};
    const std::vector<std::uint32_t> expected{77, 77, packed(1, 1, 1), packed(3, 3, 3)};
    QCOMPARE(pointColors(fourPoints(), kOrder, {ColorBy::Region, 77, given}), expected);
}

void TestPointColors::bestColourIsWhatTheCloudHas() {
    clouds::Cloud cloud = fourPoints();
    QCOMPARE(bestColor(cloud), ColorBy::Rgb);
    cloud.colors.clear();
    QCOMPARE(bestColor(cloud), ColorBy::Class);
    cloud.classes.clear();
    QCOMPARE(bestColor(cloud), ColorBy::Intensity);
    cloud.intensity.clear();
    QCOMPARE(bestColor(cloud), ColorBy::Height);
}

QTEST_APPLESS_MAIN(TestPointColors)
#include "test_point_colors.moc"
