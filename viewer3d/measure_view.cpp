#include "viewer3d/measure_view.h"

#include "core/spatial/pick_point.h"
#include "viewer3d/camera/camera_moves.h"
#include "viewer3d/cloud_view.h"
#include "viewer3d/vtk_widget.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QWindow>

#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPointGaussianMapper.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>
#include <vtkUnsignedCharArray.h>

#include <algorithm>
#include <cmath>
#include <ctime>

namespace rb::viewer3d {
namespace {

double seconds(const QElapsedTimer& timer) { return double(timer.nsecsElapsed()) * 1e-9; }

/// A room of 20 x 15 x 3 units, a quarter of its points each on the floor, two walls and twelve pillars.
std::shared_ptr<clouds::Cloud> makeRoom(std::size_t count) {
    auto cloud = std::make_shared<clouds::Cloud>();
    cloud->positions.resize(3 * count);
    cloud->colors.resize(3 * count);
    std::uint32_t state = 1;
    const auto next = [&state] { return float((state = state * 1664525U + 1013904223U) >> 8) / float(1 << 24); };
    for (std::size_t i = 0; i < count; ++i) {
        float* p = cloud->positions.data() + 3 * i;
        const float a = next(), b = next();
        switch (i % 4) {
        case 0: p[0] = 20 * a, p[1] = 15 * b, p[2] = 0; break;
        case 1: p[0] = 0, p[1] = 15 * a, p[2] = 3 * b; break;
        case 2: p[0] = 20 * a, p[1] = 15, p[2] = 3 * b; break;
        default:
            p[0] = 2 + 5 * float(i / 4 % 4) + 0.6F * std::cos(6.2832F * a);
            p[1] = 2 + 5 * float(i / 16 % 3) + 0.6F * std::sin(6.2832F * a);
            p[2] = 2.5F * b;
        }
        for (std::size_t k = 0; k < 3; ++k) cloud->colors[3 * i + k] = std::uint8_t(60 + 60 * (i % 4 == k) + 80 * next());
    }
    return cloud;
}

Camera cameraAt(const Camera& start, int frame) { return orbited(start, {10, 7.5, 1}, 0.02 * frame, 0); }

/// Nothing is drawn before the window system has put the window on the display.
bool isOnDisplay(QWidget& window) {
    QElapsedTimer timer;
    timer.start();
    window.show();
    const auto exposed = [&] { return window.windowHandle() && window.windowHandle()->isExposed(); };
    while (!exposed() && seconds(timer) < 10) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    return exposed();
}

/// From asking for a frame until it is on the display.
double drawMs(QOpenGLWidget& surface) {
    bool shown = false;
    const auto connection = QObject::connect(&surface, &QOpenGLWidget::frameSwapped, [&shown] { shown = true; });
    QElapsedTimer timer;
    timer.start();
    surface.update();
    while (!shown && seconds(timer) < 30) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    QObject::disconnect(connection);
    return seconds(timer) * 1e3;
}

void measureMoving(CloudView& view, QOpenGLWidget& surface, const ViewLoad& load, ViewTimes& times) {
    const Camera start = view.camera();
    for (int i = 0; i < 10; ++i) { // the budget learns what the machine can do
        view.setCamera(cameraAt(start, i));
        drawMs(surface);
    }
    double sum = 0, points = 0;
    const std::clock_t before = std::clock();
    for (int i = 0; i < load.frames; ++i) {
        view.setCamera(cameraAt(start, i));
        const double took = drawMs(surface);
        sum += took;
        times.worstMs = std::max(times.worstMs, took);
        points += double(view.pointsShown());
    }
    times.processorMs = double(std::clock() - before) * 1e3 / CLOCKS_PER_SEC / load.frames;
    times.framesPerSecond = load.frames * 1e3 / sum;
    times.points = std::size_t(points / load.frames);
}

void measureRest(CloudView& view, const spatial::PointOctree& octree, ViewTimes& times) {
    QElapsedTimer timer;
    timer.start();
    while (view.isFilling() && seconds(timer) < 60) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    times.fillSeconds = seconds(timer);
    times.filledPoints = view.pointsShown();
    constexpr int kPicks = 20;
    timer.restart();
    for (int i = 0; i < kPicks; ++i) {
        const geometry::Point2 pixel{view.width() * (i + 0.5) / kPicks, view.height() * 0.6};
        static_cast<void>(spatial::pickPoint(octree, view.screenView(), pixel, 6));
    }
    times.pickMs = seconds(timer) * 1e3 / kPicks;
}

vtkSmartPointer<vtkActor> actorOf(clouds::Cloud& cloud) {
    vtkNew<vtkFloatArray> coordinates;
    coordinates->SetNumberOfComponents(3);
    coordinates->SetArray(cloud.positions.data(), vtkIdType(cloud.positions.size()), 1);
    vtkNew<vtkPoints> points;
    points->SetData(coordinates);
    vtkNew<vtkUnsignedCharArray> colors;
    colors->SetNumberOfComponents(3);
    colors->SetArray(cloud.colors.data(), vtkIdType(cloud.colors.size()), 1);
    vtkNew<vtkPolyData> data;
    data->SetPoints(points);
    data->GetPointData()->SetScalars(colors);
    vtkNew<vtkPointGaussianMapper> mapper;
    mapper->SetInputData(data);
    mapper->SetScaleFactor(0);
    mapper->EmissiveOff();
    mapper->SetColorModeToDirectScalars();
    auto actor = vtkSmartPointer<vtkActor>::New();
    actor->SetMapper(mapper);
    actor->GetProperty()->LightingOff();
    return actor;
}

void measurePlain(clouds::Cloud& cloud, const Camera& start, const ViewLoad& load, ViewTimes& times) {
    VtkWidget widget;
    widget.resize(load.view);
    vtkNew<vtkRenderer> renderer;
    const vtkSmartPointer<vtkActor> actor = actorOf(cloud);
    renderer->AddActor(actor);
    widget.addRenderer(renderer);
    isOnDisplay(widget);
    const auto frame = [&](int i) {
        const Camera camera = cameraAt(start, i);
        renderer->GetActiveCamera()->SetPosition(camera.position.data());
        renderer->GetActiveCamera()->SetFocalPoint(camera.focal.data());
        renderer->GetActiveCamera()->SetViewUp(camera.up.data());
        renderer->ResetCameraClippingRange();
        return drawMs(widget);
    };
    times.plainFirstSeconds = frame(0) * 1e-3;
    double sum = 0;
    for (int i = 1; i <= load.plainFrames; ++i) sum += frame(i);
    times.plainFramesPerSecond = load.plainFrames * 1e3 / std::max(sum, 1e-9);
}

} // namespace

Result<ViewTimes> measureView(const ViewLoad& load) {
    if (!VtkWidget::isPossible()) return Error{ErrorCode::Unsupported, "This display has no OpenGL; run it under X11, or under xvfb-run."};
    ViewTimes times;
    const auto cloud = makeRoom(load.points);
    QElapsedTimer timer;
    timer.start();
    const auto octree = spatial::PointOctree::build(cloud->positions);
    if (!octree.ok()) return octree.error();
    times.buildSeconds = seconds(timer);
    Camera start;
    {
        CloudView view;
        view.resize(load.view);
        view.setColoring({ColorBy::Rgb});
        view.setCloud(cloud, *octree);
        if (!isOnDisplay(view)) return Error{ErrorCode::Unsupported, "The display does not show the window; run it under X11, or under xvfb-run."};
        auto* surface = view.findChild<VtkWidget*>();
        drawMs(*surface);
        times.driver = surface->driver();
        times.onProcessor = view.drawsOnProcessor();
        start = view.camera();
        measureMoving(view, *surface, load, times);
        measureRest(view, **octree, times);
    }
    if (load.plainFrames > 0) measurePlain(*cloud, start, load, times);
    return times;
}

} // namespace rb::viewer3d
