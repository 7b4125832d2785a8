#include "tests/viewer3d/some_clouds.h"
#include "viewer3d/boxes/box_geometry.h"
#include "viewer3d/boxes/box_handles.h"
#include "viewer3d/camera/projection.h"
#include "viewer3d/cloud_view.h"
#include "viewer3d/measure_view.h"
#include "viewer3d/vtk_widget.h"

#include <QMainWindow>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

using namespace rb;
using namespace rb::viewer3d;

namespace {

constexpr Vec3d kOffset{431'000, 5'410'000, 120};

/// A solid cube of red points, from -1 to 1 around the cloud's offset.
std::shared_ptr<clouds::Cloud> redCube() { return oneColor(scattered(60'000, {-1, -1, -1}, {1, 1, 1}), {220, 20, 20}, kOffset); }

RegionBox region(qint64 id, Vec3d centre, Vec3d size, bool selected = false) {
    RegionBox region;
    region.id = id;
    region.box = {centre + kOffset, size, 0};
    region.color = QColor(0, 220, 255);
    region.label = QStringLiteral("a thing");
    region.selected = selected;
    return region;
}

struct ShownView {
    CloudView view;
    std::shared_ptr<clouds::Cloud> cloud = redCube();

    explicit ShownView(DrawBy by = DrawBy::Automatic) {
        view.setDrawBy(by);
        view.resize(640, 480);
        view.setPointSize(4);
        view.setEyeDome(false);
        view.setGridShown(false);
        view.setColoring({ColorBy::Rgb});
        view.setCloud(cloud, octreeOf(cloud->positions));
        view.show();
    }

    bool ready() { return QTest::qWaitForWindowExposed(&view) && QTest::qWaitFor([this] { return !view.isFilling(); }, 20'000); }
    QImage picture() { return view.findChild<VtkWidget*>()->grabFramebuffer(); }

    Projection projection() const {
        Camera camera = view.camera();
        return {camera, double(view.width()), double(view.height()), {0.1, 100}};
    }
    QPointF at(Vec3d place) const {
        const auto pixel = projection().toScreen(place + kOffset);
        return {pixel->x, pixel->y};
    }
    QColor color(const QImage& image, QPointF pos) const { return image.pixelColor(pos.toPoint()); }
};

bool isRed(const QColor& color) { return color.red() > 150 && color.green() < 60 && color.blue() < 60; }

void send(QWidget& widget, QEvent::Type type, QPointF pos, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {}) {
    QMouseEvent event(type, pos, widget.mapToGlobal(pos), type == QEvent::MouseMove ? Qt::NoButton : button,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : button, modifiers);
    QCoreApplication::sendEvent(&widget, &event);
}

void drag(QWidget& widget, QPointF from, QPointF to, Qt::MouseButton button = Qt::LeftButton) {
    send(widget, QEvent::MouseButtonPress, from, button);
    for (int i = 1; i <= 4; ++i) send(widget, QEvent::MouseMove, from + (to - from) * i / 4, button);
    send(widget, QEvent::MouseButtonRelease, to, button);
}

void click(QWidget& widget, QPointF pos, Qt::KeyboardModifiers modifiers = {}) {
    QMouseEvent hover(QEvent::MouseMove, pos, widget.mapToGlobal(pos), Qt::NoButton, Qt::NoButton, modifiers);
    QCoreApplication::sendEvent(&widget, &hover);
    send(widget, QEvent::MouseButtonPress, pos, Qt::LeftButton, modifiers);
    send(widget, QEvent::MouseButtonRelease, pos, Qt::LeftButton, modifiers);
}

} // namespace

class TestCloudView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void redCubeIsRedAtItsCentre_data();
    void redCubeIsRedAtItsCentre();
    void boxesStandBehindAndBeforePoints_data() { redCubeIsRedAtItsCentre_data(); }
    void boxesStandBehindAndBeforePoints();
    void selectedPointsAreHighlighted_data() { redCubeIsRedAtItsCentre_data(); }
    void selectedPointsAreHighlighted();
    void pictureSurvivesResizeHideAndAnotherWindow();
    void restingViewOnlyAddsPoints();
    void draggingOrbitsAndTheWheelZooms();
    void keysLookFromTheSides();
    void clicksPickRegionsAndPoints();
    void boxToolDrawsInTheFilesCoordinates();
    void handleDragIsOneChange();
    void markedAreaFitsTheOctreesPositions();
    void toolsLeaveWithEscape();
    void cameraIsSavedAndRestored();
    void lightThemeHasItsBackground();
    void emptyViewDraws();
    void measuringGivesFigures();
};

void TestCloudView::redCubeIsRedAtItsCentre_data() {
    QTest::addColumn<DrawBy>("by");
    QTest::newRow("processor") << DrawBy::Processor;
    QTest::newRow("graphics card") << DrawBy::GraphicsCard;
}

void TestCloudView::redCubeIsRedAtItsCentre() {
    QFETCH(DrawBy, by);
    ShownView shown(by);
    QVERIFY(shown.ready());
    const QImage image = shown.picture();
    QVERIFY(isRed(shown.color(image, shown.at({0, 0, 0}))));
    QCOMPARE(image.pixelColor(4, 240), ViewLook::dark().background);
    QCOMPARE(shown.view.drawsOnProcessor(), by == DrawBy::Processor);
    QVERIFY(shown.view.pointsShown() > 50'000);
}

void TestCloudView::boxesStandBehindAndBeforePoints() {
    QFETCH(DrawBy, by);
    ShownView shown(by);
    shown.view.setLabelsShown(false);
    shown.view.setPointSize(10); // no gaps to look through
    shown.view.seeFrom(StandardView::Front);
    QVERIFY(shown.ready());
    // A box inside the cube, and one before it whose lower edge crosses the cube.
    shown.view.setRegions({region(1, {0, 0, 0}, {1, 1, 1}), region(2, {0, -2, 0.5}, {1, 0.01, 1})});
    const QImage image = shown.picture();
    const auto hasCyan = [&](QPointF pos) {
        for (int dy = -3; dy <= 3; ++dy)
            for (int dx = -3; dx <= 3; ++dx)
                if (const QColor color = shown.color(image, pos + QPointF(dx, dy)); color.green() > 150 && color.blue() > 150) return true;
        return false;
    };
    QVERIFY(!hasCyan(shown.at({-0.5, -0.5, -0.25})));
    QVERIFY(isRed(shown.color(image, shown.at({-0.5, -0.5, -0.25}))));
    QVERIFY(hasCyan(shown.at({0, -2, 0})));
    QVERIFY(hasCyan(shown.at({-0.5, -2, 0.3})));
}

void TestCloudView::selectedPointsAreHighlighted() {
    QFETCH(DrawBy, by);
    ShownView shown(by);
    QVERIFY(shown.ready());
    const std::vector<std::uint64_t> all(shown.cloud->size() / 64 + 1, ~std::uint64_t(0));
    shown.view.setSelection(all);
    const QColor marked = shown.color(shown.picture(), shown.at({0, 0, 0}));
    QVERIFY(marked.blue() > 120 && marked.red() > 200);
    shown.view.setSelection({});
    QVERIFY(isRed(shown.color(shown.picture(), shown.at({0, 0, 0}))));
}

void TestCloudView::pictureSurvivesResizeHideAndAnotherWindow() {
    for (const DrawBy by : {DrawBy::Processor, DrawBy::GraphicsCard}) {
        auto* shown = new ShownView(by);
        QVERIFY(shown->ready());
        shown->view.resize(420, 560);
        QTRY_COMPARE(shown->view.findChild<VtkWidget*>()->size(), QSize(420, 560));
        QVERIFY(isRed(shown->color(shown->picture(), shown->at({0, 0, 0}))));
        shown->view.hide();
        shown->view.show();
        QVERIFY(shown->ready());
        QVERIFY(isRed(shown->color(shown->picture(), shown->at({0, 0, 0}))));
        QMainWindow window;
        window.resize(500, 400);
        window.setCentralWidget(&shown->view);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(isRed(shown->color(shown->picture(), shown->at({0, 0, 0}))));
        window.takeCentralWidget();
        shown->view.setParent(nullptr);
        delete shown;
    }
}

void TestCloudView::restingViewOnlyAddsPoints() {
    ShownView shown(DrawBy::Processor);
    QVERIFY(shown.ready());
    const QImage before = shown.picture();
    const std::size_t points = shown.view.pointsShown();
    // The same camera once more begins anew with fewer points and ends with as many.
    Camera camera = shown.view.camera();
    camera.position[0] += 0.001;
    shown.view.setCamera(camera);
    QVERIFY(shown.view.isFilling());
    camera.position[0] -= 0.001;
    shown.view.setCamera(camera);
    QTRY_VERIFY_WITH_TIMEOUT(!shown.view.isFilling(), 20'000);
    QCOMPARE(shown.view.pointsShown(), points);
    QCOMPARE(shown.picture(), before);
}

void TestCloudView::draggingOrbitsAndTheWheelZooms() {
    ShownView shown;
    QVERIFY(shown.ready());
    QSignalSpy moved(&shown.view, &CloudView::cameraChanged);
    const Camera before = shown.view.camera();
    drag(shown.view, {200, 240}, {300, 260});
    QVERIFY(moved.size() >= 1);
    const Camera orbited = shown.view.camera();
    QVERIFY(length(orbited.position - before.position) > 0.5);
    QWheelEvent wheel({320, 240}, shown.view.mapToGlobal(QPointF(320, 240)), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&shown.view, &wheel);
    QVERIFY(length(shown.view.camera().position - kOffset) < length(orbited.position - kOffset));
    QVERIFY(isRed(shown.color(shown.picture(), shown.at({0, 0, 0}))));
}

void TestCloudView::keysLookFromTheSides() {
    ShownView shown;
    QVERIFY(shown.ready());
    QTest::keyClick(&shown.view, Qt::Key_7);
    QVERIFY(axesOf(shown.view.camera()).forward[2] < -0.999);
    QTest::keyClick(&shown.view, Qt::Key_5);
    QVERIFY(shown.view.camera().parallel);
    QTest::keyClick(&shown.view, Qt::Key_1, Qt::ControlModifier);
    QVERIFY(axesOf(shown.view.camera()).forward[1] < -0.999);
    shown.view.setRegions({region(1, {0.5, 0.5, 0.5}, {0.2, 0.2, 0.2}, true)});
    QTest::keyClick(&shown.view, Qt::Key_F);
    QVERIFY(length(shown.view.camera().focal - (Vec3d{0.5, 0.5, 0.5} + kOffset)) < 1e-3);
}

void TestCloudView::clicksPickRegionsAndPoints() {
    ShownView shown;
    shown.view.setRegions({region(3, {0, 0, 0}, {1, 1, 1}), region(4, {0, 5, 0}, {1, 1, 1})});
    shown.view.seeFrom(StandardView::Front);
    QVERIFY(shown.ready());
    QSignalSpy clicked(&shown.view, &CloudView::regionClicked), picked(&shown.view, &CloudView::pointPicked);
    click(shown.view, shown.at({0, 0, 0}), Qt::ControlModifier);
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked[0][0].toLongLong(), 3);
    QCOMPARE(clicked[0][1].value<Qt::KeyboardModifiers>(), Qt::ControlModifier);
    QCOMPARE(picked.size(), 1);
    QVERIFY(std::abs(picked[0][0].toDouble() - kOffset[0]) < 0.1);
    QVERIFY(std::abs(picked[0][1].toDouble() - (kOffset[1] - 1)) < 0.2); // on the cube's near side
    QVERIFY(std::abs(picked[0][2].toDouble() - kOffset[2]) < 0.1);
    click(shown.view, {5, 475});
    QCOMPARE(clicked.last()[0].toLongLong(), 0);
    QCOMPARE(picked.size(), 1);
}

void TestCloudView::boxToolDrawsInTheFilesCoordinates() {
    ShownView shown;
    QVERIFY(shown.ready());
    shown.view.setTool(CloudView::Tool::Box);
    QSignalSpy drawn(&shown.view, &CloudView::boxDrawn), changing(&shown.view, &CloudView::boxChanging);
    // Beside the cube on its floor.
    click(shown.view, shown.at({1.2, -1.2, -1}));
    click(shown.view, shown.at({1.8, -0.6, -1}));
    click(shown.view, shown.at({1.8, -0.6, 0}));
    QCOMPARE(drawn.size(), 1);
    QVERIFY(changing.size() >= 2);
    const auto box = drawn[0][0].value<geometry::Box3>();
    QVERIFY(length(Vec3d(box.center) - (Vec3d{1.5, -0.9, -0.5} + kOffset)) < 0.05);
    QVERIFY(length(Vec3d(box.size) - Vec3d{0.6, 0.6, 1}) < 0.05);
}

void TestCloudView::handleDragIsOneChange() {
    ShownView shown;
    const RegionBox box = region(8, {0, 0, 0}, {1, 1, 1}, true);
    shown.view.setRegions({box});
    QVERIFY(shown.ready());
    QSignalSpy changing(&shown.view, &CloudView::boxChanging), changed(&shown.view, &CloudView::boxChanged), moved(&shown.view, &CloudView::cameraChanged);
    drag(shown.view, shown.at({0, 0, 0.5}), shown.at({0, 0, 0.9}));
    QCOMPARE(moved.size(), 0);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changing.size(), 4);
    QCOMPARE(changed[0][0].toLongLong(), 8);
    const auto after = changed[0][1].value<geometry::Box3>();
    QVERIFY(length(Vec3d(after.size) - Vec3d{1, 1, 1.4}) < 0.01);
    QSignalSpy cancelled(&shown.view, &CloudView::boxChangeCancelled);
    send(shown.view, QEvent::MouseButtonPress, shown.at({0, 0, 0.5}));
    send(shown.view, QEvent::MouseMove, shown.at({0, 0, 0.8}));
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    send(shown.view, QEvent::MouseButtonRelease, shown.at({0, 0, 0.8}));
    QCOMPARE(cancelled.size(), 1);
    QCOMPARE(changed.size(), 1);
}

void TestCloudView::markedAreaFitsTheOctreesPositions() {
    ShownView shown;
    QVERIFY(shown.ready());
    shown.view.setTool(CloudView::Tool::Rectangle);
    QSignalSpy marked(&shown.view, &CloudView::screenPolygonDrawn);
    drag(shown.view, {100, 100}, {320, 300});
    QCOMPARE(marked.size(), 1);
    QCOMPARE(marked[0][0].value<QPolygonF>().boundingRect(), QRectF(100, 100, 220, 200));
    const auto view = marked[0][1].value<spatial::ScreenView>();
    const float origin[] = {0, 0, 0};
    const spatial::ScreenPoint at = spatial::Projection(view)(origin);
    QVERIFY(std::hypot(at.x - shown.at({0, 0, 0}).x(), at.y - shown.at({0, 0, 0}).y()) < 1e-3);
}

void TestCloudView::toolsLeaveWithEscape() {
    ShownView shown;
    QSignalSpy changed(&shown.view, &CloudView::toolChanged);
    shown.view.setTool(CloudView::Tool::Polygon);
    click(shown.view, {100, 100});
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    QCOMPARE(shown.view.tool(), CloudView::Tool::Polygon); // the first gives up the polygon
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    QCOMPARE(shown.view.tool(), CloudView::Tool::Select);
    QCOMPARE(changed.size(), 2);
}

void TestCloudView::cameraIsSavedAndRestored() {
    ShownView first;
    first.view.seeFrom(StandardView::Right);
    const Camera saved = first.view.camera();
    ShownView second;
    second.view.setCamera(saved);
    QVERIFY(length(second.view.camera().position - saved.position) < 1e-6);
    QVERIFY(second.ready());
    QVERIFY(isRed(second.color(second.picture(), second.at({0, 0, 0}))));
}

void TestCloudView::lightThemeHasItsBackground() {
    ShownView shown;
    shown.view.setLook(ViewLook::light());
    QVERIFY(shown.ready());
    QCOMPARE(shown.picture().pixelColor(4, 240), QColor(0xE4, 0xE6, 0xEA));
}

void TestCloudView::emptyViewDraws() {
    CloudView view;
    view.resize(300, 200);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QCOMPARE(view.findChild<VtkWidget*>()->grabFramebuffer().pixelColor(4, 100), ViewLook::dark().background);
    view.setCloud(redCube(), octreeOf(redCube()->positions));
    view.setCloud(nullptr, nullptr);
    QCOMPARE(view.findChild<VtkWidget*>()->grabFramebuffer().pixelColor(150, 100), ViewLook::dark().background);
}

void TestCloudView::measuringGivesFigures() {
    ViewLoad load;
    load.points = 200'000;
    load.view = {400, 300};
    load.frames = 3;
    load.plainFrames = 1;
    const auto times = measureView(load);
    QVERIFY(times.ok());
    QVERIFY(times->worstMs > 0.05); // something was drawn
    QVERIFY(times->framesPerSecond > 0 && times->plainFramesPerSecond > 0 && times->points > 0 && times->filledPoints >= times->points);
}

QTEST_MAIN(TestCloudView)
#include "test_cloud_view.moc"
