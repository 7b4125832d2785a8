#include "ui/help/beside.h"

#include <QTest>

using rb::ui::placeBeside;

class TestBeside : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void standsAtTheInnerSide_data();
    void standsAtTheInnerSide();
    void neverLeavesTheWindow();
};

void TestBeside::standsAtTheInnerSide_data() {
    QTest::addColumn<QRect>("anchor");
    QTest::addColumn<QPoint>("place");
    QTest::newRow("left of a panel at the right") << QRect(700, 400, 300, 300) << QPoint(488, 588);
    QTest::newRow("right of a panel at the left") << QRect(0, 100, 300, 600) << QPoint(312, 588);
    QTest::newRow("inside a panel without room beside it") << QRect(0, 100, 1000, 600) << QPoint(788, 588);
}

void TestBeside::standsAtTheInnerSide() {
    QFETCH(QRect, anchor);
    QTEST(placeBeside(anchor, QRect(0, 0, 1000, 700), QSize(200, 100)), "place");
}

void TestBeside::neverLeavesTheWindow() {
    const QRect window(0, 0, 300, 200);
    for (const QRect& anchor : {QRect(280, 190, 40, 40), QRect(-50, -50, 20, 20), QRect(0, 0, 10, 10)})
        QVERIFY(window.contains(QRect(placeBeside(anchor, window, QSize(200, 150)), QSize(200, 150))));
    QCOMPARE(placeBeside(window, window, QSize(400, 300)), QPoint(0, 0)); // its beginning can be read
}

QTEST_GUILESS_MAIN(TestBeside)
#include "test_beside.moc"
