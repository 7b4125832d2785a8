#include "ui/image_view/measure_canvas.h"

#include <QTest>

using namespace rb::ui;

class TestMeasureCanvas : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fiveThousandRegionsMoveSmoothly();
    void emptyLoadIsMeasuredToo();
};

void TestMeasureCanvas::fiveThousandRegionsMoveSmoothly() {
    const CanvasTimes times = measureCanvas({});
    qInfo("Pan %.1f ms, zoom %.1f ms, all in view %.1f ms a frame; worst %.1f ms; processor %.1f ms; pointer %.3f ms.",
          times.pan, times.zoom, times.fitted, times.worst, times.processor, times.hitTest);
    QVERIFY(times.pan > 0 && times.zoom > 0 && times.fitted > 0 && times.worst >= times.pan);
    // Processor time, since tests run beside builds; above what is measured, for slower machines.
    QVERIFY2(times.processor < 40, "a frame takes too long");
    QVERIFY(times.hitTest < 2);
}

void TestMeasureCanvas::emptyLoadIsMeasuredToo() {
    const CanvasTimes times = measureCanvas({0, 0, {300, 200}, {400, 300}, 3});
    QVERIFY(times.worst > 0 && times.worst < 100);
}

QTEST_MAIN(TestMeasureCanvas)
#include "test_measure_canvas.moc"
