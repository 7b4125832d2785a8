#include "canvas_fixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>

#include <cmath>

using namespace rb::ui;
using rb::geometry::Box2;

class TestImageViewKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void boxIsDrawnWithTheKeyboardAlone();
    void escapeGivesUpTheKeyboardBoxThenTheTool();
    void lettersChooseTools();
    void heldHIsThePanToolWhileItIsHeld();
    void spaceHoldsThePanTool();
    void tabGoesRoundTheRegions();
    void tabLeavesAViewWithoutRegions();
    void deleteAsksForTheSelectedRegions();
    void shiftDeleteAsksForLockedOnesToo();
    void controlASelectsAllVisible();
    void arrowsNudgeByOneAndShiftByTen();
    void heldArrowIsOneRequest();
    void arrowsScrollWhenNothingIsSelected();
    void enterAndF2AskForTheCaptionEditor();
    void zoomKeysWork();
    void unknownKeysGoToTheParent();
};

void TestImageViewKeys::boxIsDrawnWithTheKeyboardAlone() {
    ViewWithPicture view;
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    QTest::keyClick(&view, Qt::Key_R);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(drawn.size(), 0);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(drawn.size(), 1);
    const auto start = drawnShape(drawn[0]).box;
    QVERIFY(std::abs(start.x + start.width / 2 - 100) <= 1); // in the middle of the view
    QVERIFY(std::abs(start.y + start.height / 2 - 50) <= 1);

    QTest::keyClick(&view, Qt::Key_R);
    QTest::keyClick(&view, Qt::Key_Return);
    QTest::keyClick(&view, Qt::Key_Left);                                        // 8 widget pixels: 4
    QTest::keyClick(&view, Qt::Key_Down, Qt::ControlModifier);                   // 1
    QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);                    // wider by 4
    QTest::keyClick(&view, Qt::Key_Up, Qt::ShiftModifier | Qt::ControlModifier); // lower by 1
    QTest::keyClick(&view, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(drawnShape(drawn[1]).box, (Box2{start.x - 4, start.y + 1, start.width + 4, start.height - 1}));
    QCOMPARE(view.tool(), ImageView::Tool::Select);
}

void TestImageViewKeys::escapeGivesUpTheKeyboardBoxThenTheTool() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{10, 10, 20, 20})});
    view.setSelection({1});
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    QTest::keyClick(&view, Qt::Key_R);
    QTest::keyClick(&view, Qt::Key_Return);
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(view.tool(), ImageView::Tool::Box);
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(view.tool(), ImageView::Tool::Select);
    QCOMPARE(view.selection().size(), 1);
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(view.selection().size(), 0);
    QCOMPARE(drawn.size(), 0);
}

void TestImageViewKeys::lettersChooseTools() {
    ViewWithPicture view;
    QSignalSpy changed(&view, &ImageView::toolChanged);
    QTest::keyClick(&view, Qt::Key_R);
    QCOMPARE(view.tool(), ImageView::Tool::Box);
    QTest::keyClick(&view, Qt::Key_V);
    QCOMPARE(view.tool(), ImageView::Tool::Select);
    QTest::keyClick(&view, Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(view.tool(), ImageView::Tool::Box);
    QTest::keyClick(&view, Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(view.tool(), ImageView::Tool::Select);
    QTest::keyClick(&view, Qt::Key_H);
    QCOMPARE(view.tool(), ImageView::Tool::Pan);
    QCOMPARE(changed.size(), 5);
}

void TestImageViewKeys::heldHIsThePanToolWhileItIsHeld() {
    ViewWithPicture view;
    QTest::keyPress(&view, Qt::Key_H);
    QCOMPARE(view.tool(), ImageView::Tool::Pan);
    QElapsedTimer held;
    held.start();
    QTRY_VERIFY(held.elapsed() > 350);
    QTest::keyRelease(&view, Qt::Key_H);
    QCOMPARE(view.tool(), ImageView::Tool::Select);
}

void TestImageViewKeys::spaceHoldsThePanTool() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{10, 10, 100, 80})});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    const QPointF before = view.toWidget({0, 0});
    QTest::keyPress(&view, Qt::Key_Space);
    QTest::mousePress(&view, Qt::LeftButton, {}, QPoint(200, 200));
    view.moveTo(QPoint(220, 210), Qt::LeftButton);
    QTest::mouseRelease(&view, Qt::LeftButton, {}, QPoint(220, 210));
    QTest::keyRelease(&view, Qt::Key_Space);
    QCOMPARE(view.toWidget({0, 0}) - before, QPointF(20, 10));
    QCOMPARE(asked.size(), 0);
    QVERIFY(view.selection().isEmpty());
}

void TestImageViewKeys::tabGoesRoundTheRegions() {
    ViewWithPicture view;
    CanvasRegion hidden = makeRegion(2, Box2{40, 10, 20, 20});
    hidden.hidden = true;
    view.setRegions({makeRegion(1, Box2{10, 10, 20, 20}), hidden, makeRegion(3, Box2{80, 10, 20, 20})});
    const QList<std::pair<Qt::Key, qint64>> steps{
        {Qt::Key_Tab, 1}, {Qt::Key_Tab, 3}, {Qt::Key_Tab, 1}, {Qt::Key_Backtab, 3}, {Qt::Key_Backtab, 1}};
    for (const auto& [key, id] : steps) {
        QTest::keyClick(&view, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        QCOMPARE(view.selection(), QSet<qint64>{id});
    }
}

void TestImageViewKeys::tabLeavesAViewWithoutRegions() {
    QWidget window;
    ImageView view(&window);
    QWidget other(&window);
    other.setFocusPolicy(Qt::TabFocus);
    other.setGeometry(0, 200, 50, 50);
    window.show();
    window.activateWindow();
    view.setFocus();
    QTRY_VERIFY(view.hasFocus());
    QTest::keyClick(&view, Qt::Key_Tab);
    QTRY_VERIFY(other.hasFocus());
}

void TestImageViewKeys::deleteAsksForTheSelectedRegions() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{10, 10, 20, 20}), makeRegion(2, Box2{80, 10, 20, 20})});
    QSignalSpy asked(&view, &ImageView::removeRequested);
    QTest::keyClick(&view, Qt::Key_Delete);
    QCOMPARE(asked.size(), 0);
    view.setSelection({2});
    QTest::keyClick(&view, Qt::Key_Delete);
    QTest::keyClick(&view, Qt::Key_Backspace);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked[0][0].value<QSet<qint64>>(), QSet<qint64>{2});
    QCOMPARE(view.regions().size(), std::size_t(2));
}

void TestImageViewKeys::shiftDeleteAsksForLockedOnesToo() {
    ViewWithPicture view;
    CanvasRegion locked = makeRegion(1, Box2{10, 10, 20, 20});
    locked.locked = true;
    view.setRegions({locked});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::removeRequested);
    QTest::keyClick(&view, Qt::Key_Delete);
    QCOMPARE(asked.size(), 0);
    QTest::keyClick(&view, Qt::Key_Delete, Qt::ShiftModifier);
    QCOMPARE(asked.size(), 1);
}

void TestImageViewKeys::controlASelectsAllVisible() {
    ViewWithPicture view;
    CanvasRegion hidden = makeRegion(2, Box2{40, 10, 20, 20});
    hidden.hidden = true;
    view.setRegions({makeRegion(1, Box2{10, 10, 20, 20}), hidden, makeRegion(3, Box2{80, 10, 20, 20})});
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(view.selection(), (QSet<qint64>{1, 3}));
}

void TestImageViewKeys::arrowsNudgeByOneAndShiftByTen() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{50, 50, 20, 20})});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    QTest::keyClick(&view, Qt::Key_Left);
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(askedShape(asked[0], 1).box, (Box2{49, 50, 20, 20}));
    QCOMPARE(askedShape(asked[1], 1).box, (Box2{50, 60, 20, 20}));
}

void TestImageViewKeys::heldArrowIsOneRequest() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{50, 50, 20, 20})});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    for (int i = 0; i < 4; ++i)
        QTest::keyPress(&view, Qt::Key_Right);
    QCOMPARE(asked.size(), 0);
    QTest::keyRelease(&view, Qt::Key_Right);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(askedShape(asked[0], 1).box, (Box2{54, 50, 20, 20}));
}

void TestImageViewKeys::arrowsScrollWhenNothingIsSelected() {
    ViewWithPicture view;
    const QPointF before = view.toWidget({0, 0});
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(view.toWidget({0, 0}).x() < before.x());
}

void TestImageViewKeys::enterAndF2AskForTheCaptionEditor() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{50, 50, 20, 20})});
    QSignalSpy asked(&view, &ImageView::captionEditRequested);
    QTest::keyClick(&view, Qt::Key_F2);
    QCOMPARE(asked.size(), 0);
    view.setSelection({1});
    QTest::keyClick(&view, Qt::Key_F2);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(asked.size(), 2);
}

void TestImageViewKeys::zoomKeysWork() {
    ViewWithPicture view;
    QTest::keyClick(&view, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(view.zoom(), 1.0);
    QTest::keyClick(&view, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(view.zoom(), 1.25);
    QTest::keyClick(&view, Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(view.zoom(), 1.0);
    QTest::keyClick(&view, Qt::Key_F);
    const double fitted = view.zoom(); // (600 - 2 · 16) / 200
    QCOMPARE(fitted, 2.84);
    QTest::keyClick(&view, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(view.zoom(), 2.84);
}

void TestImageViewKeys::unknownKeysGoToTheParent() {
    ViewWithPicture view;
    QKeyEvent key(QEvent::KeyPress, Qt::Key_D, Qt::NoModifier, QStringLiteral("d"));
    QCoreApplication::sendEvent(&view, &key);
    QVERIFY(!key.isAccepted());
}

QTEST_MAIN(TestImageViewKeys)
#include "test_image_view_keys.moc"
