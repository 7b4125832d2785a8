#include "ui/tools/hit_test.h"

#include <QElapsedTimer>
#include <QTest>

using namespace rb::ui;

class TestHitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void handlesAreTakenNearCornersAndSides_data();
    void handlesAreTakenNearCornersAndSides();
    void smallBoxKeepsAMiddleToMoveItBy();
    void laterOfEqualRegionsWins();
    void fiveThousandBoxesAreTestedQuickly();
};

void TestHitTest::handlesAreTakenNearCornersAndSides_data() {
    QTest::addColumn<QPointF>("pos");
    QTest::addColumn<int>("expected");
    QTest::newRow("corner") << QPointF(100, 100) << int(Handle::TopLeft);
    QTest::newRow("just outside the corner") << QPointF(94, 94) << int(Handle::TopLeft);
    QTest::newRow("along the upper side") << QPointF(130, 98) << int(Handle::Top);
    QTest::newRow("right side") << QPointF(203, 150) << int(Handle::Right);
    QTest::newRow("lower left") << QPointF(98, 202) << int(Handle::BottomLeft);
    QTest::newRow("inside") << QPointF(150, 150) << int(Handle::None);
    QTest::newRow("outside") << QPointF(90, 150) << int(Handle::None);
}

void TestHitTest::handlesAreTakenNearCornersAndSides() {
    QFETCH(QPointF, pos);
    QFETCH(int, expected);
    QCOMPARE(int(handleAt(QRectF(100, 100, 100, 100), pos)), expected);
}

void TestHitTest::smallBoxKeepsAMiddleToMoveItBy() {
    QCOMPARE(handleAt(QRectF(100, 100, 10, 10), {105, 105}), Handle::None);
}

void TestHitTest::laterOfEqualRegionsWins() {
    CanvasRegion first;
    first.id = 1;
    first.shape.box = {0, 0, 10, 10};
    CanvasRegion second = first;
    second.id = 2;
    const std::vector<CanvasRegion> regions{first, second};
    QCOMPARE(regionAt(RegionIndex(regions), {5, 5}), &regions[1]);
}

void TestHitTest::fiveThousandBoxesAreTestedQuickly() {
    std::vector<CanvasRegion> regions(5000);
    for (std::size_t i = 0; i < regions.size(); ++i) {
        regions[i].id = qint64(i);
        regions[i].shape.box = {double(i % 100) * 20, double(i / 100) * 20, 30, 30};
    }
    const RegionIndex index(regions);
    QElapsedTimer timer;
    timer.start();
    qint64 found = 0;
    for (int i = 0; i < 200; ++i)
        found += regionAt(index, {double(i * 9), double(i * 4)}) != nullptr;
    QVERIFY(found > 100);
    QVERIFY2(timer.elapsed() < 40, qPrintable(QString::number(timer.elapsed()))); // 0.2 ms a pointer move
}

QTEST_GUILESS_MAIN(TestHitTest)
#include "test_hit_test.moc"
