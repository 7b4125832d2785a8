#include "core/synthetic/shapes.h"

#include <QTest>

#include <cmath>

using namespace rb::synthetic;

static const Solid kBox{Form::Box, {1, 2, 3}, {2, 4, 6}};
static const Solid kCylinder{Form::Cylinder, {-1, 0, 2}, {1, 1, 3}};
static const Solid kEllipsoid{Form::Ellipsoid, {0, 1, 0}, {2, 3, 1}};

/// 0 on the surface, in parts of the solid's size.
static double offSurface(const Solid& solid, const Vector3& point) {
    Vector3 p{};
    for (std::size_t i = 0; i < 3; ++i)
        p[i] = (point[i] - solid.center[i]) / (solid.size[i] / 2);
    if (solid.form == Form::Box) return std::max({std::abs(p[0]), std::abs(p[1]), std::abs(p[2])}) - 1;
    if (solid.form == Form::Cylinder) return std::max(std::hypot(p[0], p[1]), std::abs(p[2])) - 1;
    return std::hypot(p[0], p[1], p[2]) - 1;
}

class ShapesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areasAreThoseOfTheFormulas();
    void pointsLieOnTheSurface();
    void normalsPointOutwards();
    void pointsFollowTheArea();
    void ellipsoidIsCoveredEvenly();
    void quarterTurnsGoRound();
};

void ShapesTest::areasAreThoseOfTheFormulas() {
    constexpr double pi = 3.14159265358979;
    QCOMPARE(area(kBox), 2.0 * (2 * 4 + 2 * 6 + 4 * 6));
    QVERIFY(std::abs(area(kCylinder) - (pi * 1 * 3 + 2 * pi * 0.25)) < 1e-9);
    QVERIFY(std::abs(area({Form::Ellipsoid, {}, {2, 2, 2}}) - 4 * pi) < 1e-9);
}

void ShapesTest::pointsLieOnTheSurface() {
    Random random(1, "test", 0);
    for (const Solid& solid : {kBox, kCylinder, kEllipsoid})
        for (int i = 0; i < 2'000; ++i)
            QVERIFY(std::abs(offSurface(solid, pointOn(solid, random).position)) < 1e-9);
}

void ShapesTest::normalsPointOutwards() {
    Random random(2, "test", 0);
    for (const Solid& solid : {kBox, kCylinder, kEllipsoid})
        for (int i = 0; i < 2'000; ++i) {
            SurfacePoint point = pointOn(solid, random);
            QVERIFY(std::abs(std::hypot(point.normal[0], point.normal[1], point.normal[2]) - 1) < 1e-9);
            for (std::size_t axis = 0; axis < 3; ++axis)
                point.position[axis] += 1e-3 * point.normal[axis];
            QVERIFY(offSurface(solid, point.position) > 0);
        }
}

void ShapesTest::pointsFollowTheArea() {
    Random random(3, "test", 0);
    int onBox = 0, onTop = 0;
    constexpr int count = 20'000;
    for (const SurfacePoint& point : pointsOn({kBox, kCylinder}, count, random)) {
        onBox += std::abs(offSurface(kBox, point.position)) < 1e-9;
        onTop += std::abs(point.position[2] - 6) < 1e-9;
    }
    const double total = area(kBox) + area(kCylinder);
    QVERIFY(std::abs(onBox / double(count) - area(kBox) / total) < 0.015);
    QVERIFY(std::abs(onTop / double(count) - 8 / total) < 0.015);
}

/// A sphere stretched along z: with equal likelihood by area, the rings' share is the integral of the
/// generating curve, here taken numerically.
void ShapesTest::ellipsoidIsCoveredEvenly() {
    const Solid solid{Form::Ellipsoid, {}, {2, 2, 6}};
    double middle = 0, total = 0;
    for (int i = 0; i < 20'000; ++i) {
        const double t = 3.14159265358979 * (i + 0.5) / 20'000, ring = std::sin(t), z = 3 * std::cos(t);
        const double strip = ring * std::hypot(std::cos(t), 3 * std::sin(t));
        total += strip;
        if (std::abs(z) < 1.5) middle += strip;
    }
    Random random(4, "test", 0);
    int inMiddle = 0;
    for (int i = 0; i < 20'000; ++i)
        inMiddle += std::abs(pointOn(solid, random).position[2]) < 1.5;
    QVERIFY(std::abs(inMiddle / 20'000.0 - middle / total) < 0.015);
}

void ShapesTest::quarterTurnsGoRound() {
    const Solid once = turned(kBox, 1), round = turned(kBox, 4);
    QVERIFY((once.center == Vector3{-2, 1, 3}));
    QVERIFY((once.size == Vector3{4, 2, 6}));
    QVERIFY(round.center == kBox.center && round.size == kBox.size);
}

QTEST_GUILESS_MAIN(ShapesTest)
#include "test_shapes.moc"
