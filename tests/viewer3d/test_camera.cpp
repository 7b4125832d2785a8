#include "tests/viewer3d/some_clouds.h"
#include "viewer3d/camera/projection.h"

#include <QTest>

#include <vtkCamera.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>

using namespace rb;
using namespace rb::viewer3d;

namespace {

const Camera kCamera{{3, -4, 2.5}, {0.5, 1, -0.25}, {0.1, 0, 1}, 42};
constexpr ClipRange kClip{0.7, 31};

bool near(double a, double b, double tolerance = 1e-9) { return std::abs(a - b) <= tolerance; }

vtkSmartPointer<vtkCamera> vtkTwin(const Camera& camera, const ClipRange& clip) {
    auto twin = vtkSmartPointer<vtkCamera>::New();
    twin->SetPosition(camera.position.data());
    twin->SetFocalPoint(camera.focal.data());
    twin->SetViewUp(camera.up.data());
    twin->SetViewAngle(camera.viewAngle);
    twin->SetParallelProjection(camera.parallel);
    twin->SetParallelScale(camera.parallelScale);
    twin->SetClippingRange(clip.near, clip.far);
    return twin;
}

double largestDifference(const Mat4& ours, vtkMatrix4x4* theirs) {
    double largest = 0;
    for (int i = 0; i < 16; ++i) largest = std::max(largest, std::abs(ours[std::size_t(i)] - theirs->GetElement(i / 4, i % 4)));
    return largest;
}

} // namespace

class TestCamera : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matricesAreThoseOfVtk_data();
    void matricesAreThoseOfVtk();
    void pixelsAndPlacesAreInverse_data() { matricesAreThoseOfVtk_data(); }
    void pixelsAndPlacesAreInverse();
    void pixelsAreThoseOfTheMatrix();
    void whatLiesBehindTheEyeHasNoPixel();
    void framedBoundsFillTheView();
    void clipRangeHoldsTheBounds();
};

void TestCamera::matricesAreThoseOfVtk_data() {
    QTest::addColumn<bool>("parallel");
    QTest::newRow("perspective") << false;
    QTest::newRow("parallel") << true;
}

void TestCamera::matricesAreThoseOfVtk() {
    QFETCH(bool, parallel);
    Camera camera = kCamera;
    camera.parallel = parallel;
    camera.parallelScale = 2.75;
    const auto twin = vtkTwin(camera, kClip);
    QVERIFY(largestDifference(viewMatrix(camera), twin->GetModelViewTransformMatrix()) < 1e-9);
    QVERIFY(largestDifference(projectionMatrix(camera, 1.6, kClip), twin->GetProjectionTransformMatrix(1.6, -1, 1)) < 1e-9);
}

void TestCamera::pixelsAndPlacesAreInverse() {
    QFETCH(bool, parallel);
    Camera camera = kCamera;
    camera.parallel = parallel;
    const Projection projection(camera, 800, 500, kClip);
    const Vec3d place{0.2, 0.9, 0.4};
    const auto at = projection.toScreen(place);
    QVERIFY(at);
    QVERIFY(length(projection.placeAt(at->x, at->y, at->distance) - place) < 1e-9);
    const Ray ray = projection.rayAt(at->x, at->y);
    const Vec3d way = place - ray.origin;
    QVERIFY(length(cross(way, ray.direction)) < 1e-9);
    QVERIFY(near(length(ray.direction), 1));
}

void TestCamera::pixelsAreThoseOfTheMatrix() {
    const Projection projection(kCamera, 800, 500, kClip);
    const Mat4 m = projection.worldToPixels();
    const Vec3d place{-0.4, 0.3, 0.8};
    const auto row = [&](std::size_t r) { return m[4 * r] * place[0] + m[4 * r + 1] * place[1] + m[4 * r + 2] * place[2] + m[4 * r + 3]; };
    const auto at = projection.toScreen(place);
    QVERIFY(near(row(0) / row(3), at->x, 1e-6));
    QVERIFY(near(row(1) / row(3), at->y, 1e-6));
    QVERIFY(row(2) / row(3) > 0 && row(2) / row(3) < 1);
}

void TestCamera::whatLiesBehindTheEyeHasNoPixel() {
    const Projection projection(kCamera, 800, 500, kClip);
    QVERIFY(!projection.toScreen(kCamera.position - (kCamera.focal - kCamera.position)));
}

void TestCamera::framedBoundsFillTheView() {
    const spatial::Bounds bounds{{-3, 2, 0}, {5, 4, 1}};
    for (const bool parallel : {false, true}) {
        Camera camera = kCamera;
        camera.parallel = parallel;
        camera = framed(camera, bounds, 1.6);
        const Projection projection(camera, 1600, 1000, clipRangeFor(camera, bounds));
        double most = 0;
        for (unsigned i = 0; i < 8; ++i) {
            const auto at = projection.toScreen({double(i & 1 ? 5 : -3), double(i & 2 ? 4 : 2), double(i & 4 ? 1 : 0)});
            QVERIFY(at && at->x >= 0 && at->x <= 1600 && at->y >= 0 && at->y <= 1000);
            most = std::max({most, std::abs(at->x / 800 - 1), std::abs(at->y / 500 - 1)});
        }
        QVERIFY2(most > 0.75, qPrintable(QString::number(most)));
    }
}

void TestCamera::clipRangeHoldsTheBounds() {
    const spatial::Bounds bounds{{-1, -1, -1}, {1, 1, 1}};
    const Camera outside{{0, -5, 0}, {0, 0, 0}, {0, 0, 1}};
    const ClipRange clip = clipRangeFor(outside, bounds);
    QVERIFY(clip.near > 3.8 && clip.near <= 4 && clip.far >= 6 && clip.far < 6.2);
    const Camera inside{{0, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    const ClipRange around = clipRangeFor(inside, bounds);
    QVERIFY(around.near > 0 && around.near < 1e-3 && around.far >= 1);
}

QTEST_APPLESS_MAIN(TestCamera)
#include "test_camera.moc"
