// Every shape is drawn, changed and told of without a mouse.
#include "canvas_fixture.h"

#include <QSignalSpy>

#include <cmath>

using namespace rb::ui;
using namespace rb::geometry;

namespace {

void press(ImageView& view, std::initializer_list<Qt::Key> keys, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    for (const Qt::Key key : keys)
        QTest::keyClick(&view, key, modifiers);
}

/// Whether the view wants the key although it may be the shortcut of an action.
bool claims(ImageView& view, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QKeyEvent event(QEvent::ShortcutOverride, key, modifiers);
    event.ignore();
    QCoreApplication::sendEvent(&view, &event);
    return event.isAccepted();
}

} // namespace

class TestShapeKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lettersChooseTheShapes();
    void turnedBoxIsDrawnWithTheKeyboardAlone();
    void polygonIsDrawnWithTheKeyboardAlone();
    void polygonClosesAtItsFirstPoint();
    void controlArrowsSizeTheSelectedRegion();
    void altArrowsTurnTheSelectedRegion();
    void heldTurnIsOneRequest();
    void pointsOfAPolygonAreReachedAndMoved();
    void pointsAreMadeAndTakenAway();
    void keysOfActionsAreClaimedOnlyWhileNeeded();
    void keyboardShapeIsToldOfWhileItGrows();
    void descriptionTellsToolShapeAndRegion();
};

void TestShapeKeys::lettersChooseTheShapes() {
    ViewWithPicture view;
    press(view, {Qt::Key_O});
    QCOMPARE(view.tool(), ImageView::Tool::RotatedBox);
    press(view, {Qt::Key_P});
    QCOMPARE(view.tool(), ImageView::Tool::Polygon);
    press(view, {Qt::Key_V, Qt::Key_N}); // the last shape again
    QCOMPARE(view.tool(), ImageView::Tool::Polygon);
    press(view, {Qt::Key_R, Qt::Key_V});
    press(view, {Qt::Key_J}, Qt::ControlModifier);
    QCOMPARE(view.tool(), ImageView::Tool::Box);
}

void TestShapeKeys::turnedBoxIsDrawnWithTheKeyboardAlone() {
    ViewWithPicture view;
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    press(view, {Qt::Key_O, Qt::Key_Return, Qt::Key_Left}); // 8 widget pixels: 4
    press(view, {Qt::Key_Right}, Qt::ShiftModifier);        // wider by 4
    press(view, {Qt::Key_Right, Qt::Key_Right, Qt::Key_Left}, Qt::AltModifier);
    press(view, {Qt::Key_Right}, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(drawn.size(), 0);
    press(view, {Qt::Key_Return});
    const Shape2 shape = drawnShape(drawn.value(0));
    QCOMPARE(shape.kind, Shape2::Kind::RotatedBox);
    QCOMPARE(shape.angle, 16.0);
    QCOMPARE(shape.box, (Box2{100 - 33 - 4, 50 - 16, 67 + 4, 33})); // a third of the picture, moved, widened
    QCOMPARE(view.tool(), ImageView::Tool::Select);
}

void TestShapeKeys::polygonIsDrawnWithTheKeyboardAlone() {
    ViewWithPicture view;
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    press(view, {Qt::Key_P, Qt::Key_Return, Qt::Key_Return}); // a mark in the middle, a point there
    press(view, {Qt::Key_Right, Qt::Key_Right, Qt::Key_Return});
    press(view, {Qt::Key_Down}, Qt::ControlModifier);
    press(view, {Qt::Key_Down, Qt::Key_Down, Qt::Key_Return});
    QCOMPARE(drawn.size(), 0);
    press(view, {Qt::Key_Return}); // at the same place
    QCOMPARE(drawnShape(drawn.value(0)), polygon({{100, 50}, {108, 50}, {108, 59}}));
}

void TestShapeKeys::polygonClosesAtItsFirstPoint() {
    ViewWithPicture view;
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    press(view, {Qt::Key_P, Qt::Key_Return, Qt::Key_Return, Qt::Key_Right, Qt::Key_Right, Qt::Key_Return, Qt::Key_Down,
                 Qt::Key_Down, Qt::Key_Return, Qt::Key_Left, Qt::Key_Left, Qt::Key_Return, Qt::Key_Up, Qt::Key_Up,
                 Qt::Key_Return});
    QCOMPARE(drawnShape(drawn.value(0)), polygon({{100, 50}, {108, 50}, {108, 58}, {100, 58}}));
}

void TestShapeKeys::controlArrowsSizeTheSelectedRegion() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{50.5, 30, 20, 20})});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    press(view, {Qt::Key_Right}, Qt::ControlModifier);
    QCOMPARE(askedShape(asked.value(0), 1), boxShape({50.5, 30, 21, 20}));
    press(view, {Qt::Key_Up}, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(askedShape(asked.value(1), 1), boxShape({50.5, 30, 20, 10}));
}

void TestShapeKeys::altArrowsTurnTheSelectedRegion() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{50, 30, 20, 20})});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    press(view, {Qt::Key_Left}, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(askedShape(asked.value(0), 1), rotatedBox({50, 30, 20, 20}, -15));
}

void TestShapeKeys::heldTurnIsOneRequest() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{50, 30, 20, 20})});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    for (int i = 0; i < 5; ++i)
        QTest::keyPress(&view, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(asked.size(), 0);
    QTest::keyRelease(&view, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(askedShape(asked[0], 1).angle, 5.0);
}

void TestShapeKeys::pointsOfAPolygonAreReachedAndMoved() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, polygon({{40, 20}, {120, 20}, {80, 80}}))});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    press(view, {Qt::Key_Down, Qt::Key_Down}, Qt::AltModifier); // the second
    press(view, {Qt::Key_Right});
    QCOMPARE(askedShape(asked.value(0), 1), polygon({{40, 20}, {121, 20}, {80, 80}}));
    press(view, {Qt::Key_Up, Qt::Key_Up}, Qt::AltModifier); // backwards round to the last
    press(view, {Qt::Key_Down}, Qt::ShiftModifier);
    QCOMPARE(askedShape(asked.value(1), 1), polygon({{40, 20}, {120, 20}, {80, 90}}));
    press(view, {Qt::Key_Escape, Qt::Key_Left}); // all of it again
    QCOMPARE(askedShape(asked.value(2), 1), polygon({{39, 20}, {119, 20}, {79, 80}}));
    QCOMPARE(view.selection(), QSet<qint64>{1});
}

void TestShapeKeys::pointsAreMadeAndTakenAway() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, polygon({{40, 20}, {120, 20}, {120, 80}, {40, 80}}))});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    QSignalSpy removed(&view, &ImageView::removeRequested);
    press(view, {Qt::Key_Down}, Qt::AltModifier);
    press(view, {Qt::Key_Insert});
    QCOMPARE(askedShape(asked.value(0), 1), polygon({{40, 20}, {80, 20}, {120, 20}, {120, 80}, {40, 80}}));
    press(view, {Qt::Key_Delete}); // the active point is the new one's place: (120, 20) as nobody obeyed
    QCOMPARE(askedShape(asked.value(1), 1), polygon({{40, 20}, {120, 80}, {40, 80}}));
    QCOMPARE(removed.size(), 0);
    press(view, {Qt::Key_Delete}); // no active point any more
    QCOMPARE(removed.size(), 1);
}

void TestShapeKeys::keysOfActionsAreClaimedOnlyWhileNeeded() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, polygon({{40, 20}, {120, 20}, {80, 80}}))});
    QVERIFY(!claims(view, Qt::Key_Delete));
    QVERIFY(!claims(view, Qt::Key_Left, Qt::AltModifier));
    view.setSelection({1});
    QVERIFY(!claims(view, Qt::Key_Delete));
    QVERIFY(claims(view, Qt::Key_Left, Qt::AltModifier));
    press(view, {Qt::Key_Down}, Qt::AltModifier);
    QVERIFY(claims(view, Qt::Key_Delete));
    view.setTool(ImageView::Tool::Polygon);
    QVERIFY(!claims(view, Qt::Key_Backspace));
    view.clickPicture({10, 10});
    QVERIFY(claims(view, Qt::Key_Backspace));
    QVERIFY(claims(view, Qt::Key_Escape));
}

void TestShapeKeys::keyboardShapeIsToldOfWhileItGrows() {
    ViewWithPicture view;
    QSignalSpy changing(&view, &ImageView::shapeChanging);
    QSignalSpy cancelled(&view, &ImageView::shapeChangeCancelled);
    press(view, {Qt::Key_R, Qt::Key_Return, Qt::Key_Left});
    QCOMPARE(changing.size(), 2);
    press(view, {Qt::Key_Escape});
    QCOMPARE(cancelled.size(), 1);
}

void TestShapeKeys::descriptionTellsToolShapeAndRegion() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{10, 10, 20, 20}, QStringLiteral("a red apple")),
                     makeRegion(2, Box2{50, 10, 20, 20})});
    QCOMPARE(view.accessibleDescription(), QStringLiteral("Select tool. 2 region(s)"));
    view.setSelection({1});
    QCOMPARE(view.accessibleDescription(), QStringLiteral("Select tool. Region 1 of 2: a red apple"));
    press(view, {Qt::Key_O});
    QVERIFY(view.accessibleDescription().startsWith(QStringLiteral("Rotated box tool. Region 1")));
    press(view, {Qt::Key_Return});
    QVERIFY(view.accessibleDescription().contains(QStringLiteral("67 × 33 px at 67, 34")));
}

QTEST_MAIN(TestShapeKeys)
#include "test_shape_keys.moc"
