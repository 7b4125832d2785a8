#include "tests/viewer3d/some_clouds.h"
#include "viewer3d/side/near_points.h"
#include "viewer3d/side/side_views.h"

#include <QSignalSpy>
#include <QTest>

#include <numbers>

using namespace rb;
using namespace rb::viewer3d;

namespace {

const geometry::Box3 kBox{{1, 2, 0.5}, {2, 1, 1}, 0.4};
constexpr QRectF kRect(100, 50, 400, 300);

bool near(const Vec3d& a, const Vec3d& b) { return length(a - b) < 1e-9; }

SideView viewOf(SideView::Side side) { return {side, kBox, kRect, 0.01}; }

RegionBox region(const geometry::Box3& box) {
    RegionBox region;
    region.id = 9;
    region.box = box;
    return region;
}

void send(QWidget& widget, QEvent::Type type, QPointF pos) {
    QMouseEvent event(type, pos, widget.mapToGlobal(pos), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace

class TestSideViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void boxIsDrawnToScaleInItsOwnAxes();
    void edgesAndWholeAreFound();
    void draggedEdgeMovesThatSideAlone();
    void draggedWholeMovesInTheViewsPlane();
    void nearPointsAreThoseOfTheLargerBox();
    void manyPointsAreThinned();
    void aDragEndsInOneChange();
    void turningKeyAsksForAChange();
    void nothingChangesReadOnly();
    void pointsShowInTheirColour();
};

void TestSideViews::boxIsDrawnToScaleInItsOwnAxes() {
    QCOMPARE(viewOf(SideView::Side::Top).boxRect(kBox), QRectF(200, 150, 200, 100));
    QCOMPARE(viewOf(SideView::Side::Front).boxRect(kBox), QRectF(200, 150, 200, 100));
    QCOMPARE(viewOf(SideView::Side::Right).boxRect(kBox), QRectF(250, 150, 100, 100));
}

void TestSideViews::edgesAndWholeAreFound() {
    const SideView view = viewOf(SideView::Side::Top);
    QCOMPARE(view.gripAt(kBox, {200, 200}).x, -1);
    QCOMPARE(view.gripAt(kBox, {403, 200}).x, 1);
    QCOMPARE(view.gripAt(kBox, {300, 149}).y, 1);
    const SideView::Grip corner = view.gripAt(kBox, {401, 249});
    QVERIFY(corner.x == 1 && corner.y == -1 && !corner.whole);
    QVERIFY(view.gripAt(kBox, {300, 200}).whole);
    QVERIFY(!view.gripAt(kBox, {120, 60}));
}

void TestSideViews::draggedEdgeMovesThatSideAlone() {
    const SideView view = viewOf(SideView::Side::Front);
    SideView::Grip upper;
    upper.y = 1;
    const geometry::Box3 higher = view.dragged(kBox, upper, {5, -30});
    QVERIFY(near(higher.size, {2, 1, 1.3}));
    QVERIFY(near(higher.center, {1, 2, 0.65}));
    SideView::Grip left;
    left.x = -1;
    const geometry::Box3 wider = view.dragged(kBox, left, {-50, 0});
    QVERIFY(near(wider.size, {2.5, 1, 1}));
    QVERIFY(near(fromBox(wider, {1.25, 0, 0}), fromBox(kBox, {1, 0, 0})));
}

void TestSideViews::draggedWholeMovesInTheViewsPlane() {
    SideView::Grip whole;
    whole.whole = true;
    const geometry::Box3 moved = viewOf(SideView::Side::Right).dragged(kBox, whole, {20, 40});
    QVERIFY(near(moved.center, fromBox(kBox, {0, 0.2, -0.4})));
    QVERIFY(near(moved.size, kBox.size));
}

void TestSideViews::nearPointsAreThoseOfTheLargerBox() {
    const auto octree = octreeOf(scattered(5000, {-2, -1, -1}, {4, 5, 2}));
    std::vector<std::uint32_t> colors(octree->size(), packed(1, 2, 3));
    std::size_t expected = 0;
    for (std::size_t i = 0; i < octree->size(); ++i) {
        const float* p = octree->positions().data() + 3 * i;
        const Vec3d own = toBox(kBox, {double(p[0]), double(p[1]), double(p[2])});
        expected += std::abs(own[0]) <= 1.5 && std::abs(own[1]) <= 0.75 && std::abs(own[2]) <= 0.75;
    }
    const auto points = nearPoints(*octree, colors, kBox, 1.5, 100'000);
    QVERIFY(expected > 50);
    QCOMPARE(points.size(), expected);
    QCOMPARE(points[0].color, packed(1, 2, 3));
}

void TestSideViews::manyPointsAreThinned() {
    const auto octree = octreeOf(scattered(5000, {0.5F, 1.5F, 0.2F}, {1.5F, 2.5F, 0.8F}));
    const auto points = nearPoints(*octree, {}, kBox, 3, 500);
    QVERIFY(points.size() >= 500 && points.size() < 1000);
}

void TestSideViews::aDragEndsInOneChange() {
    SideViews views;
    views.resize(300, 900);
    const Vec3d offset{5e5, 4e6, 0};
    auto cloud = oneColor(scattered(1000, {0, 0, 0}, {3, 4, 2}), {200, 0, 0}, offset);
    views.setCloud(cloud, octreeOf(cloud->positions));
    geometry::Box3 inFile = kBox;
    inFile.center = Vec3d(inFile.center) + offset;
    views.setRegion(region(inFile));
    QSignalSpy changing(&views, &SideViews::boxChanging), changed(&views, &SideViews::boxChanged);
    send(views, QEvent::MouseButtonPress, {150, 148});
    for (const int x : {160, 170, 180}) send(views, QEvent::MouseMove, {double(x), 148});
    send(views, QEvent::MouseButtonRelease, {180, 148});
    QCOMPARE(changing.size(), 3);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toLongLong(), 9);
    const auto box = changed[0][1].value<geometry::Box3>();
    QVERIFY(near(box.size, kBox.size));
    const double way = length(Vec3d(box.center) - Vec3d(inFile.center));
    QVERIFY(way > 0.05 && way < 1);
}

void TestSideViews::turningKeyAsksForAChange() {
    SideViews views;
    views.setRegion(region(kBox));
    QSignalSpy changed(&views, &SideViews::boxChanged);
    QTest::keyClick(&views, Qt::Key_Q, Qt::ShiftModifier);
    QCOMPARE(changed.size(), 1);
    QVERIFY(std::abs(changed[0][1].value<geometry::Box3>().yaw - kBox.yaw - 10 * std::numbers::pi / 180) < 1e-9);
}

void TestSideViews::nothingChangesReadOnly() {
    SideViews views;
    views.resize(300, 900);
    views.setRegion(region(kBox));
    views.setReadOnly(true);
    QSignalSpy changed(&views, &SideViews::boxChanged);
    QTest::keyClick(&views, Qt::Key_Q);
    send(views, QEvent::MouseButtonPress, {150, 148});
    send(views, QEvent::MouseMove, {180, 148});
    send(views, QEvent::MouseButtonRelease, {180, 148});
    QCOMPARE(changed.size(), 0);
}

void TestSideViews::pointsShowInTheirColour() {
    SideViews views;
    views.resize(300, 900);
    auto cloud = oneColor(scattered(20'000, {0.8F, 1.8F, 0.4F}, {1.2F, 2.2F, 0.6F}), {200, 30, 10});
    views.setCloud(cloud, octreeOf(cloud->positions));
    views.setColoring({ColorBy::Rgb});
    views.setRegion(region(kBox));
    QImage image(views.size(), QImage::Format_RGB32);
    views.render(&image);
    for (const int y : {148, 450, 752}) QCOMPARE(QColor(image.pixel(150, y)), QColor(200, 30, 10));
    QCOMPARE(QColor(image.pixel(20, 200)), ViewLook::dark().background);
}

QTEST_MAIN(TestSideViews)
#include "test_side_views.moc"
