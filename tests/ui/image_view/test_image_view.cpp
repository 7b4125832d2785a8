#include "canvas_fixture.h"

#include <QAccessible>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QSignalSpy>

#include <cmath>

using namespace rb::ui;
using rb::geometry::Box2;

class TestImageView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawnBoxIsInPicturePixelsAtAnyZoom_data();
    void drawnBoxIsInPicturePixelsAtAnyZoom();
    void drawnBoxIsClippedToThePicture();
    void shiftDrawsASquare();
    void altDrawsFromTheMiddle();
    void tinyDragDrawsNothing();
    void drawingReturnsToSelectUnlessToldToStay();
    void clickSelectsTheSmallestRegionUnderThePointer();
    void clickOnEmptyCanvasClearsTheSelection();
    void controlClickTogglesARegion();
    void hiddenRegionIsNotHit();
    void draggingMovesTheRegionByWholePixels();
    void draggingMovesAllSelectedRegions();
    void movedRegionStaysInThePicture();
    void draggingAHandleResizes();
    void lockedRegionIsNotMoved();
    void readOnlyViewAsksForNothing();
    void frameSelectsWhatItContains();
    void zoomKeepsThePointUnderTheCursor();
    void wheelZoomsAtTheCursorByDefault();
    void middleDragPans();
    void fitFollowsTheWindowUntilTheNextZoom();
    void doubleClickAsksForTheCaptionEditor();
    void removedRegionsLeaveTheSelection();
    void arrivingCaptionIsKept();
    void droppedFilesAreReported();
    void pointerIsReportedInPicturePixels();
    void viewIsACanvasForAssistivePrograms();
};

void TestImageView::drawnBoxIsInPicturePixelsAtAnyZoom_data() {
    QTest::addColumn<double>("zoom");
    for (const double zoom : {1.0, 2.0, 2.5, 0.5})
        QTest::addRow("%g", zoom) << zoom;
}

void TestImageView::drawnBoxIsInPicturePixelsAtAnyZoom() {
    QFETCH(double, zoom);
    ViewWithPicture view;
    view.setZoom(zoom);
    view.setTool(ImageView::Tool::Box);
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    view.dragPicture({20, 10}, {80, 60});
    QCOMPARE(drawn.size(), 1);
    const auto box = drawnShape(drawn[0]).box;
    const double tolerance = zoom < 1 ? 2 : 1;
    QVERIFY(std::abs(box.x - 20) <= tolerance && std::abs(box.y - 10) <= tolerance);
    QVERIFY(std::abs(box.width - 60) <= tolerance && std::abs(box.height - 50) <= tolerance);
    QCOMPARE(box.x, std::round(box.x));
}

void TestImageView::drawnBoxIsClippedToThePicture() {
    ViewWithPicture view;
    view.setTool(ImageView::Tool::Box);
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    view.dragPicture({150, 50}, {240, 140});
    QCOMPARE(drawn.size(), 1);
    QCOMPARE(drawnShape(drawn[0]).box, (Box2{150, 50, 50, 50}));
}

void TestImageView::shiftDrawsASquare() {
    ViewWithPicture view;
    view.setTool(ImageView::Tool::Box);
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    view.dragPicture({20, 10}, {60, 30}, Qt::ShiftModifier);
    QCOMPARE(drawnShape(drawn[0]).box, (Box2{20, 10, 40, 40}));
}

void TestImageView::altDrawsFromTheMiddle() {
    ViewWithPicture view;
    view.setTool(ImageView::Tool::Box);
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    view.dragPicture({100, 50}, {120, 60}, Qt::AltModifier);
    QCOMPARE(drawnShape(drawn[0]).box, (Box2{80, 40, 40, 20}));
}

void TestImageView::tinyDragDrawsNothing() {
    ViewWithPicture view;
    view.setTool(ImageView::Tool::Box);
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    view.dragPicture({20, 10}, {40, 12});
    QCOMPARE(drawn.size(), 0);
    QCOMPARE(view.tool(), ImageView::Tool::Box);
}

void TestImageView::drawingReturnsToSelectUnlessToldToStay() {
    ViewWithPicture view;
    view.setTool(ImageView::Tool::Box);
    view.dragPicture({20, 10}, {60, 40});
    QCOMPARE(view.tool(), ImageView::Tool::Select);
    view.setStayInDrawMode(true);
    view.setTool(ImageView::Tool::Box);
    view.dragPicture({20, 10}, {60, 40});
    QCOMPARE(view.tool(), ImageView::Tool::Box);
}

void TestImageView::clickSelectsTheSmallestRegionUnderThePointer() {
    ViewWithPicture view;
    view.setRegions(
        {makeRegion(1, Box2{10, 10, 100, 80}), makeRegion(2, Box2{30, 30, 20, 20}), makeRegion(3, Box2{20, 20, 60, 60})});
    QSignalSpy changed(&view, &ImageView::selectionChanged);
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.at(40, 40));
    QCOMPARE(view.selection(), QSet<qint64>{2});
    QCOMPARE(changed.size(), 1);
    // Also when a larger region around it is selected already.
    view.setSelection({1});
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.at(40, 40));
    QCOMPARE(view.selection(), QSet<qint64>{2});
}

void TestImageView::clickOnEmptyCanvasClearsTheSelection() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{10, 10, 20, 20})});
    view.setSelection({1});
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.at(150, 80));
    QVERIFY(view.selection().isEmpty());
}

void TestImageView::controlClickTogglesARegion() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{10, 10, 20, 20}), makeRegion(2, Box2{80, 10, 20, 20})});
    view.setSelection({1});
    QTest::mouseClick(&view, Qt::LeftButton, Qt::ControlModifier, view.at(90, 20));
    QCOMPARE(view.selection(), (QSet<qint64>{1, 2}));
    QTest::mouseClick(&view, Qt::LeftButton, Qt::ControlModifier, view.at(20, 20));
    QCOMPARE(view.selection(), QSet<qint64>{2});
}

void TestImageView::hiddenRegionIsNotHit() {
    ViewWithPicture view;
    CanvasRegion hidden = makeRegion(1, Box2{10, 10, 40, 40});
    hidden.hidden = true;
    view.setRegions({hidden});
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.at(30, 30));
    QVERIFY(view.selection().isEmpty());
}

void TestImageView::draggingMovesTheRegionByWholePixels() {
    ViewWithPicture view;
    view.setRegions({makeRegion(7, Box2{20, 20, 40, 30})});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    view.dragPicture({40, 35}, {55, 30});
    QCOMPARE(asked.size(), 1);
    QCOMPARE(askedShape(asked[0], 7).box, (Box2{35, 15, 40, 30}));
    QCOMPARE(view.regions()[0].box(), (Box2{20, 20, 40, 30})); // it asks; it does not change
}

void TestImageView::draggingMovesAllSelectedRegions() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{20, 20, 40, 30}), makeRegion(2, Box2{100, 60, 20, 20})});
    view.setSelection({1, 2});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    view.dragPicture({40, 35}, {50, 35});
    QCOMPARE(asked.size(), 1); // together: one request, one edit
    QCOMPARE(askedShape(asked[0], 1).box, (Box2{30, 20, 40, 30}));
    QCOMPARE(askedShape(asked[0], 2).box, (Box2{110, 60, 20, 20}));
}

void TestImageView::movedRegionStaysInThePicture() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{150, 60, 40, 30})});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    view.dragPicture({170, 75}, {230, 120});
    QCOMPARE(askedShape(asked[0], 1).box, (Box2{160, 70, 40, 30}));
}

void TestImageView::draggingAHandleResizes() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{20, 20, 40, 30})});
    view.setSelection({1});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    view.dragPicture({60, 50}, {90, 70});
    QCOMPARE(asked.size(), 1);
    QCOMPARE(askedShape(asked[0], 1).box, (Box2{20, 20, 70, 50}));
    view.dragPicture({20, 35}, {10, 80}); // the left side: only x
    QCOMPARE(askedShape(asked[1], 1).box, (Box2{10, 20, 50, 30}));
}

void TestImageView::lockedRegionIsNotMoved() {
    ViewWithPicture view;
    CanvasRegion locked = makeRegion(1, Box2{20, 20, 40, 30});
    locked.locked = true;
    view.setRegions({locked});
    QSignalSpy asked(&view, &ImageView::shapesChangeRequested);
    view.dragPicture({40, 35}, {60, 40});
    view.dragPicture({60, 50}, {80, 60});
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(asked.size(), 0);
    QCOMPARE(view.selection(), QSet<qint64>{1});
}

void TestImageView::readOnlyViewAsksForNothing() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{20, 20, 40, 30})});
    view.setSelection({1});
    view.setReadOnly(true);
    QSignalSpy changes(&view, &ImageView::shapesChangeRequested);
    QSignalSpy removals(&view, &ImageView::removeRequested);
    QSignalSpy drawn(&view, &ImageView::shapeDrawn);
    QSignalSpy edits(&view, &ImageView::captionEditRequested);
    view.dragPicture({40, 35}, {60, 40});
    QTest::keyClick(&view, Qt::Key_Delete);
    QTest::keyClick(&view, Qt::Key_F2);
    view.setTool(ImageView::Tool::Box);
    view.dragPicture({80, 35}, {120, 80});
    QCOMPARE(changes.size() + removals.size() + drawn.size() + edits.size(), 0);
}

void TestImageView::frameSelectsWhatItContains() {
    ViewWithPicture view;
    view.setRegions(
        {makeRegion(1, Box2{20, 20, 20, 20}), makeRegion(2, Box2{60, 20, 20, 20}), makeRegion(3, Box2{150, 20, 20, 20})});
    view.dragPicture({10, 10}, {90, 60});
    QCOMPARE(view.selection(), (QSet<qint64>{1, 2}));
}

void TestImageView::zoomKeepsThePointUnderTheCursor() {
    ViewWithPicture view;
    QSignalSpy zoomed(&view, &ImageView::zoomChanged);
    const QPointF cursor(333, 177);
    const QPointF before = view.toPicture(cursor);
    for (const double factor : {1.3, 2.0, 0.4}) {
        view.zoomAt(cursor, factor);
        QVERIFY((view.toPicture(cursor) - before).manhattanLength() < 1e-6);
    }
    QVERIFY(qFuzzyCompare(view.zoom(), 2 * 1.3 * 2 * 0.4));
    QCOMPARE(zoomed.size(), 3);
}

void TestImageView::wheelZoomsAtTheCursorByDefault() {
    ViewWithPicture view;
    const QPointF cursor(250, 150);
    const QPointF before = view.toPicture(cursor);
    const auto turn = [&](Qt::KeyboardModifiers modifiers) {
        QWheelEvent wheel(cursor, view.mapToGlobal(cursor), {}, QPoint(0, 120), Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &wheel);
    };
    turn(Qt::NoModifier);
    QVERIFY(view.zoom() > 2);
    QVERIFY((view.toPicture(cursor) - before).manhattanLength() < 1e-6);

    view.setWheelAction(ImageView::WheelAction::Scroll);
    const double zoom = view.zoom();
    turn(Qt::NoModifier);
    QCOMPARE(view.zoom(), zoom);
    QVERIFY(view.toPicture(cursor).y() < before.y());
    turn(Qt::ControlModifier);
    QVERIFY(view.zoom() > zoom);
}

void TestImageView::middleDragPans() {
    ViewWithPicture view;
    const QPointF before = view.toWidget({0, 0});
    QTest::mousePress(&view, Qt::MiddleButton, {}, QPoint(300, 200));
    view.moveTo(QPoint(330, 190), Qt::MiddleButton);
    QTest::mouseRelease(&view, Qt::MiddleButton, {}, QPoint(330, 190));
    QCOMPARE(view.toWidget({0, 0}) - before, QPointF(30, -10));
    QCOMPARE(view.tool(), ImageView::Tool::Select);
}

void TestImageView::fitFollowsTheWindowUntilTheNextZoom() {
    ViewWithPicture view;
    view.fitToWindow();
    const double fitted = view.zoom();
    view.resize(900, 600);
    QVERIFY(view.zoom() > fitted);
    view.actualSize();
    QCOMPARE(view.zoom(), 1.0);
    view.resize(600, 400);
    QCOMPARE(view.zoom(), 1.0);
}

void TestImageView::doubleClickAsksForTheCaptionEditor() {
    ViewWithPicture view;
    view.setRegions({makeRegion(5, Box2{20, 20, 40, 30})});
    QSignalSpy asked(&view, &ImageView::captionEditRequested);
    QTest::mouseDClick(&view, Qt::LeftButton, {}, view.at(40, 35));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toLongLong(), 5);
}

void TestImageView::removedRegionsLeaveTheSelection() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{10, 10, 20, 20}), makeRegion(2, Box2{80, 10, 20, 20})});
    view.setSelection({1, 2});
    QSignalSpy changed(&view, &ImageView::selectionChanged);
    view.setRegions({makeRegion(2, Box2{80, 10, 20, 20})});
    QCOMPARE(view.selection(), QSet<qint64>{2});
    QCOMPARE(changed.size(), 1);
}

void TestImageView::arrivingCaptionIsKept() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{10, 10, 20, 20})});
    view.setRegionCaption(1, QStringLiteral("a small"), true);
    QCOMPARE(view.regions()[0].caption, QStringLiteral("a small"));
    QCOMPARE(view.regions()[0].state, CanvasRegion::Running);
    view.setRegionCaption(1, QStringLiteral("a small dog"), false);
    QCOMPARE(view.regions()[0].state, CanvasRegion::Draft);
    view.setRegionCaption(99, QStringLiteral("nobody"), true);
    QCOMPARE(view.regions().size(), std::size_t(1));
}

void TestImageView::droppedFilesAreReported() {
    ViewWithPicture view;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a.png"))});
    QSignalSpy dropped(&view, &ImageView::filesDropped);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &drop);
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped[0][0].value<QList<QUrl>>(), data.urls());
}

void TestImageView::pointerIsReportedInPicturePixels() {
    ViewWithPicture view;
    QSignalSpy moved(&view, &ImageView::pointerMoved);
    view.moveTo(view.at(50, 40));
    QCOMPARE(moved.last()[0].toPointF(), QPointF(50, 40));
    QCOMPARE(moved.last()[1].toBool(), true);
    view.moveTo(view.at(-20, 40));
    QCOMPARE(moved.last()[1].toBool(), false);
}

void TestImageView::viewIsACanvasForAssistivePrograms() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{10, 10, 20, 20}, QStringLiteral("a red apple"))});
    view.setSelection({1});
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(accessible);
    QCOMPARE(accessible->role(), QAccessible::Canvas);
    QVERIFY(!accessible->text(QAccessible::Name).isEmpty());
    QVERIFY(accessible->text(QAccessible::Description).contains(QStringLiteral("a red apple")));
}

QTEST_MAIN(TestImageView)
#include "test_image_view.moc"
