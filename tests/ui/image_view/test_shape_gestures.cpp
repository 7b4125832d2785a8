// What the mouse does to turned boxes and polygons that are there.
#include "canvas_fixture.h"

#include "ui/tools/shape_handles.h"

#include <QSignalSpy>

#include <cmath>

using namespace rb::ui;
using namespace rb::geometry;

namespace {

bool near(double a, double b, double tolerance = 0.6) {
    return std::abs(a - b) <= tolerance;
}

const Shape2 kTurned = rotatedBox({60, 40, 40, 20}, 90); // seen: 20 wide, 40 high, middle (80, 50)
const Shape2 kTriangle = polygon({{40, 20}, {120, 20}, {80, 80}});

/// The place of a handle of the region on the picture.
QPointF handleOf(const ViewWithPicture& view, const Shape2& shape, Handle handle) {
    const ViewTransform transform(view.zoom(), view.toWidget({0, 0}));
    return view.toPicture(handleCentres(transform.toWidget(shape))[std::size_t(handle) - 1]);
}

QPointF turnHandleOf(const ViewWithPicture& view, const Shape2& shape) {
    const ViewTransform transform(view.zoom(), view.toWidget({0, 0}));
    return view.toPicture(turnGripCentre(transform.toWidget(shape), view.rect()));
}

} // namespace

class TestShapeGestures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void turnedBoxIsHitInsideAndNotInItsBounds();
    void polygonIsHitInsideAndNearItsOutline();
    void shapesAreMovedWhole();
    void differentShapesMoveAsOneRequest();
    void turnedBoxIsResizedAlongItsOwnAxes();
    void shiftKeepsTheProportionsOfATurnedBox();
    void altResizesATurnedBoxFromItsMiddle();
    void dragOfTheHandleTurns();
    void controlTurnsByFifteenDegrees();
    void turnHandleStaysReachableAtTheTopOfTheView();
    void polygonIsStretchedByItsFrame();
    void polygonTurns();
    void polygonPointIsDragged();
    void doubleClickOnAnEdgeMakesAPoint();
    void controlClickOnAnEdgeMakesAPoint();
    void controlRightClickTakesAPointAway();
    void lastThreePointsStay();
    void lockedShapesKeepTheirPoints();
};

void TestShapeGestures::turnedBoxIsHitInsideAndNotInItsBounds() {
    ViewWithPicture view;
    const Shape2 slanted = rotatedBox({50, 40, 100, 20}, 45);
    view.setRegions({makeRegion(1, slanted)});
    view.clickPicture({120, 70}); // on its long axis
    QCOMPARE(view.selection(), QSet<qint64>{1});
    view.clickPicture({130, 20}); // within the bounds only
    QVERIFY(view.selection().isEmpty());
}

void TestShapeGestures::polygonIsHitInsideAndNearItsOutline() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, kTriangle), makeRegion(2, Box2{0, 0, 200, 100})});
    view.clickPicture({80, 40});
    QCOMPARE(view.selection(), QSet<qint64>{1});
    view.clickPicture({45, 70}); // within the bounds of the triangle only
    QCOMPARE(view.selection(), QSet<qint64>{2});
    view.setRegions({makeRegion(1, kTriangle)});
    view.clickPicture({80, 18.5}); // 3 widget pixels above its upper edge
    QCOMPARE(view.selection(), QSet<qint64>{1});
}

void TestShapeGestures::shapesAreMovedWhole() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, kTriangle), makeRegion(2, rotatedBox({140, 40, 30, 10}, 30))});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    view.dragPicture({80, 40}, {85, 43});
    QCOMPARE(askedShape(asked[0], 1), polygon({{45, 23}, {125, 23}, {85, 83}}));
    view.dragPicture({155, 45}, {150, 55});
    QCOMPARE(askedShape(asked[1], 2), rotatedBox({135, 50, 30, 10}, 30));
}

void TestShapeGestures::differentShapesMoveAsOneRequest() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, kTriangle), makeRegion(2, rotatedBox({140, 40, 30, 10}, 30)),
                     makeRegion(3, Box2{5, 5, 10, 10})});
    view.setSelection({1, 2, 3});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    view.dragPicture({80, 40}, {82, 41});
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].value<ShapeChanges>().size(), 3);
    QCOMPARE(askedShape(asked[0], 3), boxShape({7, 6, 10, 10}));
}

void TestShapeGestures::turnedBoxIsResizedAlongItsOwnAxes() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, kTurned)});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    // Turned by a quarter, its right side lies below: (80, 70).
    QCOMPARE(handleOf(view, kTurned, Handle::Right).toPoint(), QPoint(80, 70));
    view.dragPicture({80, 70}, {83, 80});
    const Shape2 longer = askedShape(asked[0], 1);
    QCOMPARE(longer.angle, 90.0);
    QVERIFY(near(longer.box.width, 50) && near(longer.box.height, 20));
    const Box2 seen = boundsOf(longer); // the upper end stays
    QVERIFY(near(seen.x, 70) && near(seen.y, 30) && near(seen.width, 20) && near(seen.height, 50));
}

void TestShapeGestures::shiftKeepsTheProportionsOfATurnedBox() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, kTurned)});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    const QPointF corner = handleOf(view, kTurned, Handle::BottomRight);
    view.dragPicture(corner, corner + QPointF(0, 20), Qt::ShiftModifier);
    const Box2 box = askedShape(asked[0], 1).box;
    QVERIFY(near(box.width, 60) && near(box.width / box.height, 2, 0.01));
}

void TestShapeGestures::altResizesATurnedBoxFromItsMiddle() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, kTurned)});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    view.dragPicture({80, 70}, {80, 75}, Qt::AltModifier);
    const Box2 box = askedShape(asked[0], 1).box;
    QVERIFY(near(box.width, 50) && near(box.x + box.width / 2, 80) && near(box.y + box.height / 2, 50));
}

void TestShapeGestures::dragOfTheHandleTurns() {
    ViewWithPicture view;
    const Shape2 box = boxShape({60, 40, 40, 20});
    view.setRegions({makeRegion(1, box)});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    const QPointF grip = turnHandleOf(view, box);
    QVERIFY(near(grip.x(), 80) && grip.y() < 40);
    view.dragPicture(grip, {80 + 50 - grip.y(), 50}); // a quarter round the middle
    const Shape2 turned = askedShape(asked[0], 1);
    QCOMPARE(turned.kind, Shape2::Kind::RotatedBox);
    QCOMPARE(turned.box, box.box);
    QVERIFY(near(turned.angle, 90, 1));
}

void TestShapeGestures::controlTurnsByFifteenDegrees() {
    ViewWithPicture view;
    const Shape2 box = rotatedBox({60, 40, 40, 20}, 7);
    view.setRegions({makeRegion(1, box)});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    view.dragPicture(turnHandleOf(view, box), {120, 30}, Qt::ControlModifier);
    const double angle = askedShape(asked[0], 1).angle;
    QVERIFY(angle != 0 && near(std::remainder(angle, 15), 0, 1e-9));
}

void TestShapeGestures::turnHandleStaysReachableAtTheTopOfTheView() {
    ViewWithPicture view;
    view.setZoom(4);
    view.pan({0, -view.toWidget({0, 0}).y()}); // the picture's top at the view's
    const Shape2 box = boxShape({60, 2, 40, 20});
    view.setRegions({makeRegion(1, box)});
    view.setSelection({1});
    const QPointF grip = turnHandleOf(view, box);
    QVERIFY(view.rect().contains(view.at(grip)));
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    view.dragPicture(grip, grip + QPointF(8, 0));
    QCOMPARE(askedShape(asked.value(0), 1).kind, Shape2::Kind::RotatedBox);
}

void TestShapeGestures::polygonIsStretchedByItsFrame() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, kTriangle)});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    const QPointF right = handleOf(view, kTriangle, Handle::Right);
    view.dragPicture(right, right + QPointF(40, 0));
    QCOMPARE(askedShape(asked.value(0), 1), polygon({{40, 20}, {160, 20}, {100, 80}}));
}

void TestShapeGestures::polygonTurns() {
    ViewWithPicture view;
    const Shape2 square = polygon({{60, 30}, {100, 30}, {100, 70}, {60, 70}});
    view.setRegions({makeRegion(1, square)});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    const QPointF grip = turnHandleOf(view, square);
    view.dragPicture(grip, {80 + 50 - grip.y(), 50}, Qt::ControlModifier);
    const Shape2 turned = askedShape(asked.value(0), 1);
    QCOMPARE(turned.points.size(), std::size_t(4));
    QVERIFY(near(turned.points[0].x, 100) && near(turned.points[0].y, 30)); // where the second one was
}

void TestShapeGestures::polygonPointIsDragged() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, kTriangle)});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    view.dragPicture({80, 80}, {90, 75});
    QCOMPARE(askedShape(asked.value(0), 1), polygon({{40, 20}, {120, 20}, {90, 75}}));
    view.dragPicture({40, 20}, {-30, -30}); // stays in the picture
    QCOMPARE(askedShape(asked.value(1), 1).points[0], (Point2{0, 0}));
}

void TestShapeGestures::doubleClickOnAnEdgeMakesAPoint() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, kTriangle)});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    QSignalSpy captions(&view, &ImageView::captionEditRequested);
    QTest::mouseDClick(&view, Qt::LeftButton, {}, view.at(80, 20));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(askedShape(asked[0], 1), polygon({{40, 20}, {80, 20}, {120, 20}, {80, 80}}));
    QCOMPARE(captions.size(), 0);
    QTest::mouseDClick(&view, Qt::LeftButton, {}, view.at(80, 50)); // not on an edge
    QCOMPARE(asked.size(), 1);
    QCOMPARE(captions.size(), 1);
}

void TestShapeGestures::controlClickOnAnEdgeMakesAPoint() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, kTriangle)});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    view.clickPicture({60, 50}, Qt::ControlModifier); // on the last edge
    QCOMPARE(askedShape(asked.value(0), 1), polygon({{40, 20}, {120, 20}, {80, 80}, {60, 50}}));
    QCOMPARE(view.selection(), QSet<qint64>{1}); // it would toggle elsewhere
}

void TestShapeGestures::controlRightClickTakesAPointAway() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, polygon({{40, 20}, {120, 20}, {120, 80}, {40, 80}}))});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    QTest::mouseClick(&view, Qt::RightButton, {}, view.at(120, 80));
    QCOMPARE(asked.size(), 0);
    QTest::mouseClick(&view, Qt::RightButton, Qt::ControlModifier, view.at(120, 80));
    QCOMPARE(askedShape(asked.value(0), 1), polygon({{40, 20}, {120, 20}, {40, 80}}));
}

void TestShapeGestures::lastThreePointsStay() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, kTriangle)});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    QSignalSpy removed(&view, &ImageView::removeRequested);
    QTest::mouseClick(&view, Qt::RightButton, Qt::ControlModifier, view.at(80, 80));
    view.clickPicture({80, 80});
    QTest::keyClick(&view, Qt::Key_Delete);
    QCOMPARE(asked.size(), 0);
    QCOMPARE(removed.size(), 0); // the key was meant for the point
}

void TestShapeGestures::lockedShapesKeepTheirPoints() {
    ViewWithPicture view;
    CanvasRegion locked = makeRegion(1, kTriangle);
    locked.locked = true;
    view.setRegions({locked});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    view.dragPicture({80, 80}, {90, 75});
    QTest::mouseDClick(&view, Qt::LeftButton, {}, view.at(80, 20));
    QTest::mouseClick(&view, Qt::RightButton, Qt::ControlModifier, view.at(120, 20));
    QCOMPARE(asked.size(), 0);
}

QTEST_MAIN(TestShapeGestures)
#include "test_shape_gestures.moc"
