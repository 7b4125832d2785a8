#include "ui/tools/box_edit.h"

#include <QTest>

using namespace rb::ui;
using rb::geometry::Box2;

namespace {
const QSizeF kPicture(200, 100);
}

class TestBoxEdit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spansInAnyDirection_data();
    void spansInAnyDirection();
    void resizingKeepsTheFarSides_data();
    void resizingKeepsTheFarSides();
    void resizingNeverGoesBelowTheMinimum();
    void resizingAcrossTheFarSideTurnsTheBoxOver();
    void movesTogetherOrNotAtAll();
    void boxOutsideThePictureMayComeBack();
};

void TestBoxEdit::spansInAnyDirection_data() {
    QTest::addColumn<QPointF>("anchor");
    QTest::addColumn<QPointF>("pos");
    QTest::addColumn<double>("aspect");
    QTest::addColumn<bool>("fromCentre");
    QTest::addColumn<QRectF>("expected");
    QTest::newRow("down right") << QPointF(10, 20) << QPointF(50.4, 60.6) << 0.0 << false
                                << QRectF(10, 20, 40, 41);
    QTest::newRow("up left") << QPointF(50, 60) << QPointF(10, 20) << 0.0 << false << QRectF(10, 20, 40, 40);
    QTest::newRow("outside") << QPointF(150, 60) << QPointF(500, 500) << 0.0 << false
                             << QRectF(150, 60, 50, 40);
    QTest::newRow("square") << QPointF(10, 10) << QPointF(60, 20) << 1.0 << false << QRectF(10, 10, 50, 50);
    QTest::newRow("square, no room") << QPointF(10, 70) << QPointF(90, 80) << 1.0 << false
                                     << QRectF(10, 70, 30, 30);
    QTest::newRow("square up") << QPointF(50, 50) << QPointF(30, 45) << 1.0 << false
                               << QRectF(30, 30, 20, 20);
    QTest::newRow("centre") << QPointF(100, 50) << QPointF(110, 45) << 0.0 << true << QRectF(90, 45, 20, 10);
    QTest::newRow("centre, no room") << QPointF(10, 50) << QPointF(60, 55) << 0.0 << true
                                     << QRectF(0, 45, 20, 10);
    QTest::newRow("square centre") << QPointF(100, 50) << QPointF(110, 45) << 1.0 << true
                                   << QRectF(90, 40, 20, 20);
}

void TestBoxEdit::spansInAnyDirection() {
    QFETCH(QPointF, anchor);
    QFETCH(QPointF, pos);
    QFETCH(double, aspect);
    QFETCH(bool, fromCentre);
    QFETCH(QRectF, expected);
    const Box2 box = spanned(anchor, pos, {aspect, fromCentre}, kPicture);
    QCOMPARE(QRectF(box.x, box.y, box.width, box.height), expected);
}

void TestBoxEdit::resizingKeepsTheFarSides_data() {
    QTest::addColumn<int>("handle");
    QTest::addColumn<QRectF>("expected");
    // The box 20.5, 20.5, 40 × 40 dragged to (100, 90).
    QTest::newRow("bottom right") << int(Handle::BottomRight) << QRectF(20.5, 20.5, 79.5, 69.5);
    QTest::newRow("right") << int(Handle::Right) << QRectF(20.5, 20.5, 79.5, 40);
    QTest::newRow("bottom") << int(Handle::Bottom) << QRectF(20.5, 20.5, 40, 69.5);
    QTest::newRow("top right") << int(Handle::TopRight) << QRectF(20.5, 60.5, 79.5, 29.5);
    QTest::newRow("none") << int(Handle::None) << QRectF(20.5, 20.5, 40, 40);
}

void TestBoxEdit::resizingKeepsTheFarSides() {
    QFETCH(int, handle);
    QFETCH(QRectF, expected);
    const Box2 box = resized({20.5, 20.5, 40, 40}, Handle(handle), {100, 90}, {}, kPicture);
    QCOMPARE(QRectF(box.x, box.y, box.width, box.height), expected);
}

void TestBoxEdit::resizingNeverGoesBelowTheMinimum() {
    const Box2 right = resized({20, 20, 40, 40}, Handle::Right, {20, 20}, {}, kPicture);
    QCOMPARE(right, (Box2{20, 20, kMinBoxSide, 40}));
    const Box2 atEdge = resized({160, 20, 40, 40}, Handle::Left, {200, 20}, {}, kPicture);
    QVERIFY(isLargeEnough(atEdge));
    QVERIFY(atEdge.x + atEdge.width <= 200);
}

void TestBoxEdit::resizingAcrossTheFarSideTurnsTheBoxOver() {
    const Box2 box = resized({50, 20, 40, 40}, Handle::BottomRight, {20, 10}, {}, kPicture);
    QCOMPARE(box, (Box2{20, 10, 30, 10}));
}

void TestBoxEdit::movesTogetherOrNotAtAll() {
    const QPointF move = allowedMove({{10, 10, 20, 20}, {150, 50, 20, 20}}, {50.4, -3.2}, kPicture);
    QCOMPARE(move, QPointF(30, -3));
}

void TestBoxEdit::boxOutsideThePictureMayComeBack() {
    QCOMPARE(allowedMove({{-10, 10, 20, 20}}, {4, 0}, kPicture), QPointF(4, 0));
    QCOMPARE(allowedMove({{-10, 10, 20, 20}}, {-4, 0}, kPicture), QPointF(0, 0));
}

QTEST_GUILESS_MAIN(TestBoxEdit)
#include "test_box_edit.moc"
