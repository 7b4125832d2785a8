#include "ui/training/line_plot.h"
#include "ui/training/plot_color.h"

#include <QFile>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <memory>

using namespace rb::ui;

class TestLinePlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lineIsDrawnWhereItsValuesAre();
    void bandIsFilledBetweenItsEnds();
    void logarithmicScaleLeavesOutWhatIsNotAboveZero();
    void wheelZoomsAtThePointer();
    void dragZoomsToWhatItSpansAndADoubleClickShowsAll();
    void keysZoomMoveAndReadValues();
    void pointerReadsTheNearestValue();
    void newValuesExtendThePlotUnlessItIsZoomed();
    void emptyPlotSaysWhatWillCome();
    void savedFilesHoldPictureAndValues();
    void hundredThousandPointsDrawTheirExtremes();
};

static PlotSeries ramp(int count, double from, double to) {
    PlotSeries series;
    series.name = QStringLiteral("loss");
    for (int i = 0; i < count; ++i) series.points.emplace_back(i + 1, from + (to - from) * i / std::max(1, count - 1));
    return series;
}

static std::unique_ptr<LinePlot> shown(std::vector<PlotSeries> series) {
    auto plot = std::make_unique<LinePlot>(QStringLiteral("Loss"));
    plot->resize(500, 300);
    plot->setPalette(Theme::of(ThemeChoice::Light).palette());
    plot->setSeries(std::move(series));
    plot->show();
    return plot;
}

/// The colour there is nearer to `wanted` than to the surface.
static bool hasColor(const QImage& image, QPointF at, const QColor& wanted) {
    const QColor found = image.pixelColor(at.toPoint());
    const auto distance = [&](const QColor& other) { return std::abs(found.red() - other.red()) + std::abs(found.green() - other.green()) + std::abs(found.blue() - other.blue()); };
    return distance(wanted) < distance(Theme::of(ThemeChoice::Light).surface);
}

void TestLinePlot::lineIsDrawnWhereItsValuesAre() {
    const auto plot = shown({ramp(101, 4, 2)});
    const QImage image = plot->grab().toImage();
    const PlotFrame frame = plot->frame();
    const QColor line = plotColor(0, Theme::of(ThemeChoice::Light));
    for (const int step : {11, 33, 78}) {
        const double value = 4 - 0.02 * (step - 1);
        QVERIFY2(hasColor(image, frame.pixel({double(step), value}), line), qPrintable(QString::number(step)));
        QVERIFY(!hasColor(image, frame.pixel({double(step), value}) + QPointF(0, 15), line));
    }
}

void TestLinePlot::bandIsFilledBetweenItsEnds() {
    PlotSeries series = ramp(3, 2, 2);
    series.band = {{1, 1, 3}, {3, 1, 3}};
    const auto plot = shown({series});
    const QImage image = plot->grab().toImage();
    const PlotFrame frame = plot->frame();
    QVERIFY(frame.y.low < 1 && frame.y.high > 3); // it is in view
    const QColor surface = Theme::of(ThemeChoice::Light).surface;
    for (const double y : {1.4, 2.6}) QVERIFY(image.pixelColor(frame.pixel({1.71, y}).toPoint()) != surface);
    QCOMPARE(image.pixelColor(frame.pixel({1.71, 3.05}).toPoint()), surface);
}

void TestLinePlot::logarithmicScaleLeavesOutWhatIsNotAboveZero() {
    PlotSeries series = ramp(5, 0, 0);
    const double values[] = {0, 0.01, 1, -3, 100};
    for (std::size_t i = 0; i < 5; ++i) series.points[i].setY(values[i]);
    const auto plot = shown({series});
    QVERIFY(plot->frame().y.low < 0);
    QTest::keyClick(plot.get(), Qt::Key_L);
    QVERIFY(plot->isLogarithmic());
    const PlotFrame frame = plot->frame();
    QVERIFY(frame.y.low > 0 && frame.y.low <= 0.01 && frame.y.high >= 100);
    QVERIFY(std::abs((frame.pixelY(0.01) + frame.pixelY(100)) / 2 - frame.pixelY(1)) < 1e-6);
    plot->grab();
}

void TestLinePlot::wheelZoomsAtThePointer() {
    const auto plot = shown({ramp(1001, 4, 2)});
    const PlotFrame before = plot->frame();
    const QPointF at(before.area.left() + 0.25 * before.area.width(), before.area.center().y());
    QWheelEvent wheel(at, plot->mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(plot.get(), &wheel);
    const PlotFrame after = plot->frame();
    QVERIFY(std::abs(after.x.length() - before.x.length() / (1.25 * 1.25)) < 1e-6);
    QVERIFY(std::abs(after.valueX(at.x()) - before.valueX(at.x())) < 1e-6);
    QVERIFY(after.y.length() < before.y.length()); // y follows what is seen
    QWheelEvent back(at, plot->mapToGlobal(at), {}, {0, -2400}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(plot.get(), &back);
    QVERIFY(!plot->isZoomed()); // never beyond all of it
}

void TestLinePlot::dragZoomsToWhatItSpansAndADoubleClickShowsAll() {
    const auto plot = shown({ramp(1001, 4, 2)});
    const PlotFrame before = plot->frame();
    const QPoint from = before.pixel({200, 3}).toPoint(), to = before.pixel({400, 3}).toPoint();
    QTest::mousePress(plot.get(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, to, plot->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(plot.get(), &move);
    QTest::mouseRelease(plot.get(), Qt::LeftButton, {}, to);
    const double pixel = before.x.length() / before.area.width();
    QVERIFY(std::abs(plot->frame().x.low - 200) < 2 * pixel && std::abs(plot->frame().x.high - 400) < 2 * pixel);
    QTest::mouseDClick(plot.get(), Qt::LeftButton, {}, from);
    QCOMPARE(plot->frame().x, before.x);
}

void TestLinePlot::keysZoomMoveAndReadValues() {
    const auto plot = shown({ramp(101, 4, 2)});
    QCOMPARE(plot->accessibleName(), QStringLiteral("Loss"));
    QTest::keyClick(plot.get(), Qt::Key_Right);
    QTest::keyClick(plot.get(), Qt::Key_Right);
    QCOMPARE(plot->readAt().value_or(-1), 2.0);
    QCOMPARE(plot->accessibleDescription(), QStringLiteral("Step 2: loss 3.98"));
    QTest::keyClick(plot.get(), Qt::Key_End);
    QTest::keyClick(plot.get(), Qt::Key_Right);
    QCOMPARE(plot->accessibleDescription(), QStringLiteral("Step 101: loss 2"));
    QTest::keyClick(plot.get(), Qt::Key_Left);
    QCOMPARE(plot->readAt().value_or(-1), 100.0);
    QTest::keyClick(plot.get(), Qt::Key_Home);
    QCOMPARE(plot->readAt().value_or(-1), 1.0);
    QTest::keyClick(plot.get(), Qt::Key_Plus);
    QVERIFY(plot->isZoomed());
    const double low = plot->frame().x.low;
    QTest::keyClick(plot.get(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(plot->frame().x.low > low);
    QTest::keyClick(plot.get(), Qt::Key_0);
    QVERIFY(!plot->isZoomed());
}

void TestLinePlot::pointerReadsTheNearestValue() {
    PlotSeries few;
    few.name = QStringLiteral("CIDEr");
    few.points = {{10, 1.5}, {50, 2.5}};
    const auto plot = shown({ramp(101, 4, 2), few});
    const QPoint at = plot->frame().pixel({48.1, 3}).toPoint();
    QMouseEvent move(QEvent::MouseMove, at, plot->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(plot.get(), &move);
    QCOMPARE(plot->readAt().value_or(-1), 48.0);
    QCOMPARE(plot->valueText(48), QStringLiteral("Step 48: loss 3.06, CIDEr 2.5"));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(plot.get(), &leave);
    QVERIFY(!plot->readAt());
}

void TestLinePlot::newValuesExtendThePlotUnlessItIsZoomed() {
    const auto plot = shown({ramp(10, 4, 2)});
    plot->setSeries({ramp(20, 4, 2)});
    QCOMPARE(plot->frame().x, (PlotRange{1, 20}));
    plot->zoomTo({5, 8});
    plot->setSeries({ramp(30, 4, 2)});
    QCOMPARE(plot->frame().x, (PlotRange{5, 8}));
}

void TestLinePlot::emptyPlotSaysWhatWillCome() {
    const auto plot = shown({});
    const QImage before = plot->grab().toImage();
    plot->setEmptyText(QStringLiteral("Comes with the first step"));
    QVERIFY(plot->grab().toImage() != before);
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Plus, Qt::Key_L, Qt::Key_End}) QTest::keyClick(plot.get(), key);
    plot->grab();
    plot->setSeries({ramp(1, 3, 3)}); // one value is a dot
    plot->grab();
}

void TestLinePlot::savedFilesHoldPictureAndValues() {
    const QTemporaryDir folder;
    const auto plot = shown({ramp(3, 4, 2)});
    const QString png = folder.filePath(QStringLiteral("plot.png")), csv = folder.filePath(QStringLiteral("plot.csv"));
    QVERIFY(plot->savePicture(png).ok() && plot->saveValues(csv).ok());
    QCOMPARE(QImage(png).size(), QSize(1000, 600));
    QFile values(csv);
    QVERIFY(values.open(QIODevice::ReadOnly));
    QCOMPARE(values.readAll(), QByteArray("step,loss\r\n1,4\r\n2,3\r\n3,2\r\n"));
    QVERIFY(!plot->savePicture(folder.filePath(QStringLiteral("nowhere/plot.png"))).ok());
}

void TestLinePlot::hundredThousandPointsDrawTheirExtremes() {
    PlotSeries series = ramp(100'000, 1, 1);
    series.points[70'000].setY(9); // one step stands out
    const auto plot = shown({series});
    const QImage image = plot->grab().toImage();
    const PlotFrame frame = plot->frame();
    const QPoint peak = frame.pixel({70'001, 5}).toPoint();
    bool found = false;
    for (int x = peak.x() - 1; x <= peak.x() + 1; ++x) found = found || hasColor(image, QPointF(x, peak.y()), plotColor(0, Theme::of(ThemeChoice::Light)));
    QVERIFY(found);
}

QTEST_MAIN(TestLinePlot)
#include "test_line_plot.moc"
