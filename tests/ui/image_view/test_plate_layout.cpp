#include "ui/image_view/plate_layout.h"

#include <QTest>

using namespace rb::ui;

class TestPlateLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plateGoesAboveTheBoxFirst();
    void plateStaysInTheView();
    void platesDoNotOverlap();
    void crowdedPlateIsLeftOutUnlessInsistedOn();
    void plateAvoidsOtherBoxes();
};

namespace {
const QRectF kView(0, 0, 400, 300);
}

void TestPlateLayout::plateGoesAboveTheBoxFirst() {
    PlateLayout layout(kView, {});
    QCOMPARE(layout.place({100, 100, 80, 60}, {90, 20}, 4, false), QRectF(100, 76, 90, 20));
}

void TestPlateLayout::plateStaysInTheView() {
    PlateLayout layout(kView, {});
    for (const QRectF& box :
         {QRectF(-50, -50, 100, 100), QRectF(380, 280, 60, 60), QRectF(-100, -100, 900, 900)}) {
        const auto rect = layout.place(box, {120, 20}, 4, true);
        QVERIFY(rect && kView.contains(*rect));
    }
}

void TestPlateLayout::platesDoNotOverlap() {
    PlateLayout layout(kView, {});
    std::vector<QRectF> placed;
    for (int i = 0; i < 12; ++i) {
        const auto rect = layout.place(QRectF(150 + i * 6, 120 + i * 4, 60, 40), {80, 18}, 4, false);
        if (!rect) continue;
        for (const QRectF& other : placed)
            QVERIFY(!other.intersects(*rect));
        placed.push_back(*rect);
    }
    QVERIFY(placed.size() >= 5);
}

void TestPlateLayout::crowdedPlateIsLeftOutUnlessInsistedOn() {
    PlateLayout layout(QRectF(0, 0, 100, 30), {});
    const QRectF box(10, 5, 20, 20);
    QVERIFY(layout.place(box, {95, 28}, 4, false));
    QVERIFY(!layout.place(box, {95, 28}, 4, false));
    QVERIFY(layout.place(box, {95, 28}, 4, true));
}

void TestPlateLayout::plateAvoidsOtherBoxes() {
    const QRectF own(100, 100, 80, 60);
    const QRectF above(90, 40, 120, 56);
    PlateLayout layout(kView, {own, above});
    const auto rect = layout.place(own, {80, 20}, 4, false);
    QVERIFY(rect && !rect->intersects(above));
}

QTEST_GUILESS_MAIN(TestPlateLayout)
#include "test_plate_layout.moc"
