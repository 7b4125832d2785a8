// Drawing turned boxes and polygons, snapping, and what is told while something is drawn.
#include "canvas_fixture.h"

#include <QSignalSpy>

#include <cmath>

using namespace rb::ui;
using namespace rb::geometry;

namespace {

bool near(double a, double b, double tolerance = 0.6) {
    return std::abs(a - b) <= tolerance;
}

} // namespace

class TestDrawingTools : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void threeClicksDrawATurnedBox();
    void controlKeepsTheEdgeAtFifteenDegrees();
    void dragThenTurnDrawsATurnedBox();
    void clicksDrawAPolygon_data();
    void clicksDrawAPolygon();
    void backspaceTakesThePolygonsLastPointBack();
    void twoPointsAreNoPolygon();
    void panningKeepsAPolygonThatIsBegun();
    void stayInDrawModeHoldsForEveryShape();
    void escapeGivesUpWhatIsBegun_data();
    void escapeGivesUpWhatIsBegun();
    void boxSnapsToTheEdgesOfOthers();
    void movedRegionSnapsToThePicture();
    void nothingSnapsUnlessToldTo();
    void drawnBoxIsToldOfWhileItGrows();
    void resizedRegionIsToldOfByItsId();
    void givenUpChangeIsToldOfOnce();
    void movedGroupIsNotToldOfOneByOne();
};

void TestDrawingTools::threeClicksDrawATurnedBox() {
    ViewWithPicture view;
    view.setTool(ImageView::Tool::RotatedBox);
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    view.clickPicture({40, 20});
    view.clickPicture({70, 60}); // an edge of 50
    QCOMPARE(drawn.size(), 0);
    view.clickPicture({54, 72}); // 20 away from it, to the left of the way
    QCOMPARE(drawn.size(), 1);
    const Shape2 shape = drawnShape(drawn[0]);
    QCOMPARE(shape.kind, Shape2::Kind::RotatedBox);
    QVERIFY(near(shape.angle, std::atan2(40, 30) * 180 / 3.14159265, 0.1));
    QVERIFY(near(shape.box.width, 50) && near(shape.box.height, 20));
    const std::vector<Point2> corners = cornersOf(shape);
    QVERIFY(near(corners[0].x, 40) && near(corners[0].y, 20));
    QVERIFY(near(corners[1].x, 70) && near(corners[1].y, 60));
    QVERIFY(near(corners[2].x, 54) && near(corners[2].y, 72));
    QCOMPARE(view.tool(), ImageView::Tool::Select);
}

void TestDrawingTools::controlKeepsTheEdgeAtFifteenDegrees() {
    ViewWithPicture view;
    view.setTool(ImageView::Tool::RotatedBox);
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    view.clickPicture({40, 20});
    view.clickPicture({90, 49}, Qt::ControlModifier);
    view.clickPicture({40, 60});
    QVERIFY(near(drawnShape(drawn.value(0)).angle, 30, 1e-6));
}

void TestDrawingTools::dragThenTurnDrawsATurnedBox() {
    ViewWithPicture view;
    view.setTool(ImageView::Tool::RotatedBox);
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    view.dragPicture({60, 40}, {100, 60});
    QCOMPARE(drawn.size(), 0);
    // From the corner (20, 10) away from the middle to (-10, 20): a quarter round.
    view.moveTo(view.at(70, 70));
    view.clickPicture({70, 70});
    const Shape2 shape = drawnShape(drawn.value(0));
    QCOMPARE(shape.box, (Box2{60, 40, 40, 20}));
    QVERIFY(near(shape.angle, 90, 0.01));
}

void TestDrawingTools::clicksDrawAPolygon_data() {
    QTest::addColumn<int>("ending");
    QTest::newRow("Enter") << 0;
    QTest::newRow("click on the first point") << 1;
    QTest::newRow("double click") << 2;
}

void TestDrawingTools::clicksDrawAPolygon() {
    QFETCH(int, ending);
    ViewWithPicture view;
    QTest::keyClick(&view, Qt::Key_P);
    QCOMPARE(view.tool(), ImageView::Tool::Polygon);
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    view.clickPicture({40, 20});
    view.clickPicture({120, 20});
    view.clickPicture({80, 80});
    if (ending == 2) QTest::mouseDClick(&view, Qt::LeftButton, {}, view.at(80, 80));
    if (ending == 0) QTest::keyClick(&view, Qt::Key_Return);
    if (ending == 1) view.clickPicture({42, 21});
    QCOMPARE(drawn.size(), 1);
    QCOMPARE(drawnShape(drawn[0]), polygon({{40, 20}, {120, 20}, {80, 80}}));
    QCOMPARE(view.tool(), ImageView::Tool::Select);
}

void TestDrawingTools::backspaceTakesThePolygonsLastPointBack() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{0, 0, 10, 10})});
    view.setSelection({1});
    view.setTool(ImageView::Tool::Polygon);
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    QSignalSpy removed(&view, &ImageView::removeRequested);
    for (const QPointF& pos : {QPointF(40, 20), QPointF(120, 20), QPointF(180, 90), QPointF(190, 95)})
        view.clickPicture(pos);
    QTest::keyClick(&view, Qt::Key_Backspace);
    QTest::keyClick(&view, Qt::Key_Backspace);
    view.clickPicture({80, 80});
    QTest::keyClick(&view, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(drawnShape(drawn.value(0)), polygon({{40, 20}, {120, 20}, {80, 80}}));
    QCOMPARE(removed.size(), 0);
}

void TestDrawingTools::twoPointsAreNoPolygon() {
    ViewWithPicture view;
    view.setTool(ImageView::Tool::Polygon);
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    view.clickPicture({40, 20});
    view.clickPicture({120, 20});
    QTest::keyClick(&view, Qt::Key_Return);
    QTest::mouseDClick(&view, Qt::LeftButton, {}, view.at(120, 20));
    QCOMPARE(drawn.size(), 0);
    QCOMPARE(view.tool(), ImageView::Tool::Polygon);
}

void TestDrawingTools::panningKeepsAPolygonThatIsBegun() {
    ViewWithPicture view;
    view.setTool(ImageView::Tool::Polygon);
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    view.clickPicture({40, 20});
    view.clickPicture({120, 20});
    QTest::mousePress(&view, Qt::MiddleButton, {}, QPoint(300, 200));
    view.moveTo(QPoint(330, 190), Qt::MiddleButton);
    QTest::mouseRelease(&view, Qt::MiddleButton, {}, QPoint(330, 190));
    view.clickPicture({80, 80});
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(drawnShape(drawn.value(0)), polygon({{40, 20}, {120, 20}, {80, 80}}));
}

void TestDrawingTools::stayInDrawModeHoldsForEveryShape() {
    ViewWithPicture view;
    view.setStayInDrawMode(true);
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    view.setTool(ImageView::Tool::RotatedBox);
    for (const QPointF& pos : {QPointF(20, 20), QPointF(60, 20), QPointF(60, 40)})
        view.clickPicture(pos);
    QCOMPARE(view.tool(), ImageView::Tool::RotatedBox);
    view.setTool(ImageView::Tool::Polygon);
    for (const QPointF& pos : {QPointF(40, 20), QPointF(120, 20), QPointF(80, 80), QPointF(40, 20)})
        view.clickPicture(pos);
    QCOMPARE(view.tool(), ImageView::Tool::Polygon);
    QCOMPARE(drawn.size(), 2);
}

void TestDrawingTools::escapeGivesUpWhatIsBegun_data() {
    QTest::addColumn<int>("tool");
    QTest::newRow("turned box") << int(ImageView::Tool::RotatedBox);
    QTest::newRow("polygon") << int(ImageView::Tool::Polygon);
}

void TestDrawingTools::escapeGivesUpWhatIsBegun() {
    QFETCH(int, tool);
    ViewWithPicture view;
    view.setTool(ImageView::Tool(tool));
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    view.clickPicture({40, 20});
    view.clickPicture({120, 40});
    view.moveTo(view.at(100, 80));
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(view.tool(), ImageView::Tool(tool));
    view.clickPicture({80, 80});
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(drawn.size(), 0);
}

void TestDrawingTools::boxSnapsToTheEdgesOfOthers() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{20.5, 10, 40, 30})});
    view.setSnapping(true);
    view.setTool(ImageView::Tool::Box);
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    view.dragPicture({58, 50}, {100, 98}); // 2.5 and 2 picture pixels off: 5 and 4 on the screen
    QCOMPARE(drawnShape(drawn.value(0)), boxShape({60.5, 50, 39.5, 50}));
    view.setTool(ImageView::Tool::Box);
    view.dragPicture({58, 50}, {100, 98}, Qt::ControlModifier);
    QCOMPARE(drawnShape(drawn.value(1)), boxShape({58, 50, 42, 48}));
}

void TestDrawingTools::movedRegionSnapsToThePicture() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{20, 20, 30, 30})});
    view.setSnapping(true);
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    view.dragPicture({35, 35}, {17, 40}); // would end at (2, 25)
    QCOMPARE(askedShape(asked.value(0), 1), boxShape({0, 25, 30, 30}));
}

void TestDrawingTools::nothingSnapsUnlessToldTo() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{20, 20, 30, 30})});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    view.dragPicture({35, 35}, {17, 40});
    QCOMPARE(askedShape(asked.value(0), 1), boxShape({2, 25, 30, 30}));
}

void TestDrawingTools::drawnBoxIsToldOfWhileItGrows() {
    ViewWithPicture view;
    view.setTool(ImageView::Tool::Box);
    QSignalSpy changing(&view, &ImageView::shapeChanging);
    QSignalSpy cancelled(&view, &ImageView::shapeChangeCancelled);
    QTest::mousePress(&view, Qt::LeftButton, {}, view.at(20, 10));
    QCOMPARE(changing.size(), 0);
    view.moveTo(view.at(40, 40), Qt::LeftButton);
    view.moveTo(view.at(60, 50), Qt::LeftButton);
    view.moveTo(view.at(60, 50), Qt::LeftButton); // nothing new
    QCOMPARE(changing.size(), 2);
    QCOMPARE(changing[1][0].toLongLong(), 0);
    QCOMPARE(changing[1][1].value<Shape2>(), boxShape({20, 10, 40, 40}));
    QTest::mouseRelease(&view, Qt::LeftButton, {}, view.at(60, 50));
    QCOMPARE(changing.size(), 2);
    QCOMPARE(cancelled.size(), 0); // the request ended it
}

void TestDrawingTools::resizedRegionIsToldOfByItsId() {
    ViewWithPicture view;
    view.setRegions({makeRegion(7, Box2{20, 20, 40, 30})});
    view.setSelection({7});
    QSignalSpy changing(&view, &ImageView::shapeChanging);
    QTest::mousePress(&view, Qt::LeftButton, {}, view.at(60, 50));
    view.moveTo(view.at(80, 60), Qt::LeftButton);
    QCOMPARE(changing.size(), 1);
    QCOMPARE(changing[0][0].toLongLong(), 7);
    QCOMPARE(changing[0][1].value<Shape2>(), boxShape({20, 20, 60, 40}));
}

void TestDrawingTools::givenUpChangeIsToldOfOnce() {
    ViewWithPicture view;
    view.setRegions({makeRegion(7, Box2{20, 20, 40, 30})});
    QSignalSpy cancelled(&view, &ImageView::shapeChangeCancelled);
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    QTest::mousePress(&view, Qt::LeftButton, {}, view.at(40, 35));
    view.moveTo(view.at(60, 45), Qt::LeftButton);
    QTest::keyClick(&view, Qt::Key_Escape);
    QTest::mouseRelease(&view, Qt::LeftButton, {}, view.at(60, 45));
    QCOMPARE(cancelled.size(), 1);
    QCOMPARE(asked.size(), 0);
}

void TestDrawingTools::movedGroupIsNotToldOfOneByOne() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{20, 20, 40, 30}), makeRegion(2, Box2{100, 20, 40, 30})});
    view.setSelection({1, 2});
    QSignalSpy changing(&view, &ImageView::shapeChanging);
    view.dragPicture({40, 35}, {60, 45});
    QCOMPARE(changing.size(), 0);
}

QTEST_MAIN(TestDrawingTools)
#include "test_drawing_tools.moc"
