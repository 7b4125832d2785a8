#include "ui/training/plot_color.h"
#include "ui/training/plot_csv.h"
#include "ui/training/plot_decimation.h"
#include "ui/training/plot_frame.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace rb::ui;

class TestPlotParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aColumnKeepsItsExtremes();
    void fewPointsStayAsTheyAre();
    void neighboursBeyondTheRangeAreKept();
    void valuesThatAreNoNumbersEndALine();
    void pixelsAndValuesAreInverse_data();
    void pixelsAndValuesAreInverse();
    void ticksAreRound_data();
    void ticksAreRound();
    void tickTextsAreShort();
    void csvHasAColumnForEachLine();
    void colorsStandOutInBothThemes();
};

static std::vector<QPointF> noise(int count) {
    std::mt19937 random(7);
    std::normal_distribution<double> normal;
    std::vector<QPointF> points;
    for (int i = 0; i < count; ++i) points.emplace_back(i, normal(random));
    return points;
}

void TestPlotParts::aColumnKeepsItsExtremes() {
    constexpr int kCount = 100'000, kColumns = 500;
    const auto points = noise(kCount);
    const auto lines = decimated(points, 0, kCount, kColumns);
    QCOMPARE(lines.size(), std::size_t{1});
    QVERIFY(lines[0].size() <= 4 * (kColumns + 2));
    std::vector<std::array<double, 2>> all(kColumns, {INFINITY, -INFINITY}), kept = all; // by column, the plain way
    const auto take = [](auto& columns, const QPointF& point) {
        auto& column = columns[static_cast<std::size_t>(point.x() / kCount * kColumns)];
        column = {std::min(column[0], point.y()), std::max(column[1], point.y())};
    };
    for (const QPointF& point : points) take(all, point);
    for (const QPointF& point : lines[0]) take(kept, point);
    QVERIFY(kept == all);
    for (std::size_t i = 1; i < lines[0].size(); ++i) QVERIFY(lines[0][i - 1].x() <= lines[0][i].x());
}

void TestPlotParts::fewPointsStayAsTheyAre() {
    const auto points = noise(50);
    const auto lines = decimated(points, 0, 49, 1000);
    QCOMPARE(lines.size(), std::size_t{1});
    QVERIFY(lines[0] == points);
    QVERIFY(decimated({}, 0, 1, 100).empty());
}

void TestPlotParts::neighboursBeyondTheRangeAreKept() {
    const auto lines = decimated(noise(100), 40.5, 42.5, 100);
    QCOMPARE(lines[0].size(), std::size_t{4});
    QCOMPARE(lines[0].front().x(), 40.0);
    QCOMPARE(lines[0].back().x(), 43.0);
}

void TestPlotParts::valuesThatAreNoNumbersEndALine() {
    auto points = noise(10);
    points[4].setY(NAN);
    points[5].setY(INFINITY);
    const auto lines = decimated(points, 0, 9, 100);
    QCOMPARE(lines.size(), std::size_t{2});
    QCOMPARE(lines[0].size() + lines[1].size(), std::size_t{8});
    QCOMPARE(lines[1].front().x(), 6.0);
}

void TestPlotParts::pixelsAndValuesAreInverse_data() {
    QTest::addColumn<bool>("logarithmic");
    QTest::newRow("linear") << false;
    QTest::newRow("logarithmic") << true;
}

void TestPlotParts::pixelsAndValuesAreInverse() {
    QFETCH(const bool, logarithmic);
    const PlotFrame frame{QRectF(50, 20, 400, 200), {10, 110}, {0.01, 100}, logarithmic};
    QCOMPARE(frame.pixelX(10), 50.0);
    QCOMPARE(frame.pixelX(60), 250.0);
    QCOMPARE(frame.pixelY(100), 20.0);
    QCOMPARE(frame.pixelY(0.01), 220.0);
    if (logarithmic) QCOMPARE(frame.pixelY(1), 120.0);
    for (const double value : {0.02, 0.5, 3.0, 77.0}) QVERIFY(std::abs(frame.valueY(frame.pixelY(value)) - value) < 1e-9);
    QCOMPARE(frame.valueX(frame.pixelX(33)), 33.0);
}

void TestPlotParts::ticksAreRound_data() {
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("wanted");
    QTest::addColumn<bool>("logarithmic");
    QTest::addColumn<QList<double>>("ticks");
    QTest::newRow("tens") << 0.0 << 42.0 << 4 << false << QList<double>{0, 10, 20, 30, 40};
    QTest::newRow("fifths") << 1.1 << 1.95 << 4 << false << QList<double>{1.2, 1.4, 1.6, 1.8};
    QTest::newRow("around 0") << -1.0 << 1.0 << 4 << false << QList<double>{-1, -0.5, 0, 0.5, 1};
    QTest::newRow("decades") << 1e-4 << 2.0 << 9 << true << QList<double>{1e-4, 1e-3, 1e-2, 1e-1, 1};
    QTest::newRow("within a decade") << 2.0 << 5.0 << 3 << true << QList<double>{2, 3, 4, 5};
}

void TestPlotParts::ticksAreRound() {
    QFETCH(const double, low);
    QFETCH(const double, high);
    QFETCH(const int, wanted);
    QFETCH(const bool, logarithmic);
    QFETCH(const QList<double>, ticks);
    const auto found = ticksIn({low, high}, wanted, logarithmic);
    QCOMPARE(qsizetype(found.size()), ticks.size());
    for (std::size_t i = 0; i < found.size(); ++i) QVERIFY(std::abs(found[i] - ticks[qsizetype(i)]) < 1e-9);
}

void TestPlotParts::tickTextsAreShort() {
    QCOMPARE(tickText(0), QStringLiteral("0"));
    QCOMPARE(tickText(1.25), QStringLiteral("1.25"));
    QCOMPARE(tickText(12'500), QStringLiteral("12.5k"));
    QCOMPARE(tickText(2'000'000), QStringLiteral("2M"));
    QCOMPARE(tickText(0.0001), QStringLiteral("0.0001"));
    QCOMPARE(tickText(0.00001), QStringLiteral("1e-5"));
}

void TestPlotParts::csvHasAColumnForEachLine() {
    PlotSeries loss, cider;
    loss.name = QStringLiteral("loss, smoothed");
    loss.points = {{1, 2.5}, {2, NAN}, {3, 0.1}};
    cider.name = QStringLiteral("CIDEr");
    cider.points = {{2, 1.5}};
    cider.band = {{2, 1.25, 1.75}};
    QCOMPARE(toCsv(QStringLiteral("step"), {loss, cider}),
             QStringLiteral("step,\"loss, smoothed\",CIDEr,CIDEr low,CIDEr high\r\n1,2.5,,,\r\n2,,1.5,1.25,1.75\r\n3,0.10000000000000001,,,\r\n"));
}

void TestPlotParts::colorsStandOutInBothThemes() {
    for (const ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
        const Theme theme = Theme::of(choice);
        for (int i = 0; i < 6; ++i) {
            QVERIFY2(contrastRatio(plotColor(i, theme), theme.surface) >= 3.0, qPrintable(plotColor(i, theme).name()));
            for (int k = 0; k < i; ++k) QVERIFY(plotColor(i, theme) != plotColor(k, theme));
        }
        QCOMPARE(plotColor(6, theme), plotColor(0, theme));
    }
}

QTEST_MAIN(TestPlotParts)
#include "test_plot_parts.moc"
