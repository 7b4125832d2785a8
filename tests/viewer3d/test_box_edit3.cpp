#include "tests/viewer3d/some_clouds.h"
#include "viewer3d/boxes/box_changes.h"
#include "viewer3d/boxes/box_handles.h"
#include "viewer3d/boxes/ray_meets.h"

#include <QTest>

#include <numbers>

using namespace rb;
using namespace rb::viewer3d;

namespace {

const geometry::Box3 kBox{{1, 2, 0.5}, {2, 1, 1}, 0.5};

bool near(const Vec3d& a, const Vec3d& b, double tolerance = 1e-9) { return length(a - b) < tolerance; }

Projection view() {
    const Camera camera{{-3, -6, 5}, {1, 2, 0.5}, {0, 0, 1}};
    return {camera, 800, 600, {0.1, 100}};
}

QPointF pixel(const Projection& projection, const Vec3d& place) {
    const auto at = projection.toScreen(place);
    return {at->x, at->y};
}

} // namespace

class TestBoxEdit3 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cornersAreThoseOfTheGeometry();
    void sidesFaceOutwards();
    void ownAxesAndWorldAreInverse();
    void rayMeetsTheBoxWhereSteppingDoes();
    void movedSideKeepsTheOppositeOne();
    void yawStaysInItsRange();
    void spannedBoxHoldsBothCorners();
    void eachHandleIsFoundAtItsDot();
    void draggedSideFollowsThePointer();
    void draggedWholeStaysLevelOrUpright();
    void draggedKnobTurns();
    void keysMoveAndTurn();
};

void TestBoxEdit3::cornersAreThoseOfTheGeometry() {
    const auto theirs = geometry::geometricCorners(kBox);
    const auto ours = cornersOf(kBox);
    for (std::size_t i = 0; i < 8; ++i) {
        const Vec3d expected{double(theirs[3 * i]), double(theirs[3 * i + 1]), double(theirs[3 * i + 2])};
        QVERIFY(std::any_of(ours.begin(), ours.end(), [&](const Vec3d& corner) { return near(corner, expected, 1e-6); }));
    }
}

void TestBoxEdit3::sidesFaceOutwards() {
    const auto corners = cornersOf(kBox);
    for (const auto& side : boxSides()) {
        const Vec3d a = corners[std::size_t(side[0])], b = corners[std::size_t(side[1])], c = corners[std::size_t(side[2])];
        QVERIFY(dot(cross(b - a, c - b), a - Vec3d(kBox.center)) > 0);
    }
}

void TestBoxEdit3::ownAxesAndWorldAreInverse() {
    const Vec3d place{3, -1, 2};
    QVERIFY(near(fromBox(kBox, toBox(kBox, place)), place));
    QVERIFY(near(fromBox(kBox, {1, 0, 0}), Vec3d(kBox.center) + Vec3d{std::cos(0.5), std::sin(0.5), 0}));
}

void TestBoxEdit3::rayMeetsTheBoxWhereSteppingDoes() {
    const Ray ray{{-3, -6, 5}, normalised(Vec3d(kBox.center) + Vec3d{0.2, 0.1, 0.2} - Vec3d{-3, -6, 5})};
    const auto inside = [](const Vec3d& place) {
        const Vec3d own = toBox(kBox, place);
        return std::abs(own[0]) <= 1 && std::abs(own[1]) <= 0.5 && std::abs(own[2]) <= 0.5;
    };
    double stepped = 0;
    while (!inside(ray.at(stepped))) stepped += 1e-4;
    const auto hit = whereHit(kBox, ray);
    QVERIFY(hit && std::abs(*hit - stepped) < 2e-4);
    QCOMPARE(whereHit(kBox, {kBox.center, {0, 0, 1}}), std::optional(0.0));
    QVERIFY(!whereHit(kBox, {ray.origin, -ray.direction}));
    QVERIFY(!whereHit(kBox, {{10, 10, 10}, {1, 0, 0}}));
}

void TestBoxEdit3::movedSideKeepsTheOppositeOne() {
    const geometry::Box3 wider = withSideMoved(kBox, 0, true, 0.5);
    QCOMPARE(wider.size[0], 2.5);
    QVERIFY(near(placeOf(wider, BoxHandle::MinX), placeOf(kBox, BoxHandle::MinX)));
    const geometry::Box3 thin = withSideMoved(kBox, 2, false, -50);
    QCOMPARE(thin.size[2], kSmallestSize);
    QVERIFY(near(placeOf(thin, BoxHandle::MaxZ), placeOf(kBox, BoxHandle::MaxZ)));
}

void TestBoxEdit3::yawStaysInItsRange() {
    using std::numbers::pi;
    QVERIFY(std::abs(withYaw(kBox, 3 * pi).yaw - pi) < 1e-9);
    QVERIFY(std::abs(withYaw(kBox, -pi).yaw - pi) < 1e-9);
    QVERIFY(std::abs(withYaw(kBox, 2 * pi + 0.25).yaw - 0.25) < 1e-9);
}

void TestBoxEdit3::spannedBoxHoldsBothCorners() {
    const geometry::Box3 box = spanned({3, 1, 9}, {1, 4, 9}, 2, 0.5);
    QVERIFY(near(box.center, {2, 2.5, 1.25}));
    QVERIFY(near(box.size, {2, 3, 1.5}));
    QCOMPARE(box.yaw, 0.0);
}

void TestBoxEdit3::eachHandleIsFoundAtItsDot() {
    const Projection projection = view();
    for (int i = int(BoxHandle::MinX); i <= int(BoxHandle::Turn); ++i)
        QCOMPARE(handleAt(kBox, projection, pixel(projection, placeOf(kBox, BoxHandle(i)))), BoxHandle(i));
    QCOMPARE(handleAt(kBox, projection, {5, 5}), BoxHandle::None);
    for (const HandleDot& dot : handleDots(kBox, projection))
        if (dot.handle == BoxHandle::MaxZ) QVERIFY(dot.facing);
        else if (dot.handle == BoxHandle::MinZ) QVERIFY(!dot.facing);
}

void TestBoxEdit3::draggedSideFollowsThePointer() {
    const Projection projection = view();
    for (int i = int(BoxHandle::MinX); i <= int(BoxHandle::MaxZ); ++i) {
        const auto handle = BoxHandle(i);
        const geometry::Box3 wanted = withSideMoved(kBox, (i - 1) / 2, (i - 1) % 2 == 1, 0.4);
        BoxDrag drag(7, kBox, handle, projection, pixel(projection, placeOf(kBox, handle)));
        QVERIFY(!drag.isChanged());
        drag.moveTo(projection, pixel(projection, placeOf(wanted, handle)), false, false);
        QVERIFY(near(drag.box().center, wanted.center, 1e-6) && near(drag.box().size, wanted.size, 1e-6));
        QVERIFY(drag.isChanged());
    }
}

void TestBoxEdit3::draggedWholeStaysLevelOrUpright() {
    const Projection projection = view();
    const Vec3d centre = kBox.center;
    BoxDrag drag(7, kBox, BoxHandle::Move, projection, pixel(projection, centre));
    drag.moveTo(projection, pixel(projection, centre + Vec3d{0.7, -0.3, 0}), false, false);
    QVERIFY(near(drag.box().center, centre + Vec3d{0.7, -0.3, 0}, 1e-6));
    drag.moveTo(projection, pixel(projection, centre + Vec3d{0, 0, 0.6}), true, false);
    QVERIFY(near(drag.box().center, centre + Vec3d{0, 0, 0.6}, 1e-6));
}

void TestBoxEdit3::draggedKnobTurns() {
    const Projection projection = view();
    const geometry::Box3 wanted = withYaw(kBox, kBox.yaw + 0.3);
    BoxDrag drag(7, kBox, BoxHandle::Turn, projection, pixel(projection, placeOf(kBox, BoxHandle::Turn)));
    drag.moveTo(projection, pixel(projection, placeOf(wanted, BoxHandle::Turn)), false, false);
    QVERIFY(std::abs(drag.box().yaw - wanted.yaw) < 1e-6);
    drag.moveTo(projection, pixel(projection, placeOf(wanted, BoxHandle::Turn)), false, true);
    const double steps = drag.box().yaw / (std::numbers::pi / 12);
    QVERIFY(std::abs(steps - std::round(steps)) < 1e-9);
}

void TestBoxEdit3::keysMoveAndTurn() {
    const Camera front{{0, -5, 1}, {0, 0, 0}, {0, 0, 1}};
    const auto after = [&](int key, Qt::KeyboardModifiers modifiers = {}) { return editedByKey(kBox, front, key, modifiers); };
    const double step = 4.0 / 300;
    QVERIFY(near(after(Qt::Key_Right)->center, Vec3d(kBox.center) + Vec3d{step, 0, 0}));
    QVERIFY(near(after(Qt::Key_Up)->center, Vec3d(kBox.center) + Vec3d{0, step, 0}));
    QVERIFY(near(after(Qt::Key_PageDown)->center, Vec3d(kBox.center) - Vec3d{0, 0, step}));
    QVERIFY(near(after(Qt::Key_Left, Qt::ShiftModifier)->center, Vec3d(kBox.center) - Vec3d{10 * step, 0, 0}));
    QVERIFY(std::abs(after(Qt::Key_Z)->yaw - kBox.yaw - std::numbers::pi / 180) < 1e-9);
    QVERIFY(!after(Qt::Key_Z, Qt::ControlModifier));
    QVERIFY(!after(Qt::Key_B));
    const Camera fromRight{{5, 0, 1}, {0, 0, 0}, {0, 0, 1}};
    QVERIFY(near(editedByKey(kBox, fromRight, Qt::Key_Right, {})->center, Vec3d(kBox.center) + Vec3d{0, step, 0}));
}

QTEST_APPLESS_MAIN(TestBoxEdit3)
#include "test_box_edit3.moc"
