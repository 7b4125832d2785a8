#include "viewer3d/camera/camera_control.h"

#include <QTest>

using namespace rb;
using namespace rb::viewer3d;

namespace {

const spatial::Bounds kBounds{{-2, -2, 0}, {2, 2, 1}};

CameraControl control() {
    CameraControl control;
    control.setBounds(kBounds);
    control.setViewSize(800, 500);
    control.setCamera({{0.5, -6, 3}, {0, 0, 0}, {0, 0, 1}});
    control.frame(kBounds);
    return control;
}

QPointF pixelOf(const CameraControl& control, const Vec3d& place) {
    const auto at = control.projection().toScreen(place);
    return at ? QPointF(at->x, at->y) : QPointF(-1, -1);
}

double apart(QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

} // namespace

class TestCameraControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void orbitKeepsTheDistanceAndTheHorizon();
    void orbitStopsAtThePoles();
    void panKeepsWhatWasGrabbedUnderThePointer();
    void wheelKeepsWhatIsUnderThePointer_data();
    void wheelKeepsWhatIsUnderThePointer();
    void wheelDoesNotPassThroughWhatItGoesTo();
    void sixViewsLookAlongTheAxes_data();
    void sixViewsLookAlongTheAxes();
    void otherProjectionKeepsTheSizeAtTheFocus();
    void presetsGiveEachButtonItsMotion();
    void keysGiveCommands();
    void flightGoesWhereItLooks();
    void aPickedPivotStaysInPlaceWhileOrbiting();
};

void TestCameraControl::orbitKeepsTheDistanceAndTheHorizon() {
    CameraControl c = control();
    const double distance = length(c.camera().position - c.pivot());
    c.beginDrag(Motion::Orbit, {400, 250}, std::nullopt);
    QVERIFY(c.dragTo({520, 200}));
    QVERIFY(std::abs(length(c.camera().position - c.pivot()) - distance) < 1e-9);
    QVERIFY(std::abs(axesOf(c.camera()).right[2]) < 1e-9);
}

void TestCameraControl::orbitStopsAtThePoles() {
    CameraControl c = control();
    c.beginDrag(Motion::Orbit, {400, 250}, std::nullopt);
    c.dragTo({400, 5000});
    QVERIFY(axesOf(c.camera()).forward[2] < -0.999);
    c.dragTo({400, 5100});
    c.dragTo({400, 4900});
    QVERIFY(axesOf(c.camera()).up[1] > 0 || axesOf(c.camera()).up[2] > 0);
}

void TestCameraControl::panKeepsWhatWasGrabbedUnderThePointer() {
    CameraControl c = control();
    const Vec3d grabbed{1, -1, 0.5};
    const QPointF from = pixelOf(c, grabbed), to = from + QPointF(70, -40);
    c.beginDrag(Motion::Pan, from, grabbed);
    c.dragTo(to);
    QVERIFY(apart(pixelOf(c, grabbed), to) < 1e-6);
}

void TestCameraControl::wheelKeepsWhatIsUnderThePointer_data() {
    QTest::addColumn<bool>("parallel");
    QTest::addColumn<double>("steps");
    QTest::newRow("perspective nearer") << false << 3.0;
    QTest::newRow("perspective farther") << false << -2.0;
    QTest::newRow("parallel nearer") << true << 3.0;
    QTest::newRow("parallel farther") << true << -2.0;
}

void TestCameraControl::wheelKeepsWhatIsUnderThePointer() {
    QFETCH(bool, parallel);
    QFETCH(double, steps);
    CameraControl c = control();
    if (parallel) c.toggleProjection();
    const Vec3d place{1.2, 0.4, 0.2};
    const QPointF pixel = pixelOf(c, place);
    const double before = c.projection().unitsPerPixel(c.projection().distanceOf(place));
    QVERIFY(c.wheel(steps, pixel, place));
    QVERIFY(apart(pixelOf(c, place), pixel) < 1e-6);
    const double after = c.projection().unitsPerPixel(c.projection().distanceOf(place));
    QVERIFY(steps > 0 ? after < before : after > before);
}

void TestCameraControl::wheelDoesNotPassThroughWhatItGoesTo() {
    CameraControl c = control();
    const Vec3d place{0, 0, 0};
    for (int i = 0; i < 200; ++i) c.wheel(1, pixelOf(c, place), place);
    QVERIFY(c.projection().distanceOf(place) > 0);
    QVERIFY(!c.wheel(1, pixelOf(c, place), place));
}

void TestCameraControl::sixViewsLookAlongTheAxes_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("ctrl");
    QTest::addColumn<QList<double>>("forward");
    QTest::newRow("front") << int(Qt::Key_1) << false << QList<double>{0, 1, 0};
    QTest::newRow("back") << int(Qt::Key_1) << true << QList<double>{0, -1, 0};
    QTest::newRow("right") << int(Qt::Key_3) << false << QList<double>{-1, 0, 0};
    QTest::newRow("left") << int(Qt::Key_3) << true << QList<double>{1, 0, 0};
    QTest::newRow("top") << int(Qt::Key_7) << false << QList<double>{0, 0, -1};
    QTest::newRow("bottom") << int(Qt::Key_7) << true << QList<double>{0, 0, 1};
}

void TestCameraControl::sixViewsLookAlongTheAxes() {
    QFETCH(int, key);
    QFETCH(bool, ctrl);
    QFETCH(QList<double>, forward);
    CameraControl c = control();
    const auto command = commandFor(key, ctrl ? Qt::ControlModifier : Qt::NoModifier);
    QVERIFY(command && command->kind == ViewCommand::Kind::SeeFrom);
    c.seeFrom(command->view, kBounds);
    const Vec3d seen = axesOf(c.camera()).forward;
    QVERIFY(length(seen - Vec3d{forward[0], forward[1], forward[2]}) < 1e-9);
    const auto middle = c.projection().toScreen({0, 0, 0.5});
    QVERIFY(middle && std::abs(middle->x - 400) < 1e-6 && std::abs(middle->y - 250) < 1e-6);
}

void TestCameraControl::otherProjectionKeepsTheSizeAtTheFocus() {
    CameraControl c = control();
    const double before = c.projection().unitsPerPixel(focalDistance(c.camera()));
    c.toggleProjection();
    QVERIFY(c.camera().parallel);
    QVERIFY(std::abs(c.projection().unitsPerPixel(1) - before) < 1e-9);
    c.toggleProjection();
    QVERIFY(!c.camera().parallel);
    QVERIFY(std::abs(c.projection().unitsPerPixel(focalDistance(c.camera())) - before) < 1e-9);
}

void TestCameraControl::presetsGiveEachButtonItsMotion() {
    using enum NavigationPreset;
    QCOMPARE(motionFor(CloudCompare, Qt::LeftButton, {}, false), Motion::Orbit);
    QCOMPARE(motionFor(CloudCompare, Qt::LeftButton, Qt::ShiftModifier, false), Motion::Pan);
    QCOMPARE(motionFor(CloudCompare, Qt::RightButton, {}, false), Motion::Pan);
    QCOMPARE(motionFor(Vtk, Qt::MiddleButton, {}, false), Motion::Pan);
    QCOMPARE(motionFor(Vtk, Qt::RightButton, {}, false), Motion::Zoom);
    QCOMPARE(motionFor(Vtk, Qt::LeftButton, Qt::ControlModifier, false), Motion::Roll);
    QCOMPARE(motionFor(Cvat, Qt::RightButton, {}, false), Motion::Pan);
    QCOMPARE(motionFor(Cvat, Qt::MiddleButton, {}, false), Motion::Zoom);
    for (const NavigationPreset preset : {CloudCompare, Vtk, Cvat}) {
        QCOMPARE(motionFor(preset, Qt::LeftButton, {}, true), Motion::None);
        QCOMPARE(motionFor(preset, Qt::MiddleButton, {}, true), Motion::Orbit);
    }
}

void TestCameraControl::keysGiveCommands() {
    QCOMPARE(commandFor(Qt::Key_5, {})->kind, ViewCommand::Kind::OtherProjection);
    QCOMPARE(commandFor(Qt::Key_F, {})->kind, ViewCommand::Kind::FrameSelection);
    QCOMPARE(commandFor(Qt::Key_F, Qt::ShiftModifier)->kind, ViewCommand::Kind::FrameAll);
    QCOMPARE(commandFor(Qt::Key_P, {})->kind, ViewCommand::Kind::PickPivot);
    QVERIFY(!commandFor(Qt::Key_F, Qt::ControlModifier)); // the window finds with it
    QVERIFY(!commandFor(Qt::Key_Z, Qt::ControlModifier)); // and takes back
}

void TestCameraControl::flightGoesWhereItLooks() {
    CameraControl c = control();
    const Camera before = c.camera();
    QVERIFY(c.flightKey(Qt::Key_W, {}, true));
    QVERIFY(c.fly(0.1, false));
    const Vec3d way = c.camera().position - before.position;
    QVERIFY(dot(normalised(way), axesOf(before).forward) > 0.9999);
    QVERIFY(c.flightKey(Qt::Key_W, {}, false));
    QVERIFY(!c.isFlying());
    QVERIFY(!c.fly(0.1, false));
    QVERIFY(!c.flightKey(Qt::Key_S, Qt::ControlModifier, true)); // saving is the window's
}

void TestCameraControl::aPickedPivotStaysInPlaceWhileOrbiting() {
    CameraControl c = control();
    const Vec3d pivot{1.5, 1, 0.2};
    c.setPivot(pivot);
    const QPointF pixel = pixelOf(c, pivot);
    c.beginDrag(Motion::Orbit, {400, 250}, std::nullopt);
    c.dragTo({460, 270});
    QVERIFY(apart(pixelOf(c, pivot), pixel) < 1e-6);
}

QTEST_APPLESS_MAIN(TestCameraControl)
#include "test_camera_control.moc"
