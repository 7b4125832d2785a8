#include "viewer3d/vtk_widget.h"

#include <QHBoxLayout>
#include <QMainWindow>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkCellArray.h>
#include <vtkNew.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>

using namespace rb::viewer3d;

namespace {

/// A green square in the middle of a blue ground.
void addSquare(VtkWidget& widget, vtkRenderer* renderer) {
    vtkNew<vtkPoints> points;
    for (const auto& [x, y] : {std::pair(-1, -1), std::pair(1, -1), std::pair(1, 1), std::pair(-1, 1)}) points->InsertNextPoint(x, y, 0);
    vtkNew<vtkCellArray> cells;
    const vtkIdType corners[] = {0, 1, 2, 3};
    cells->InsertNextCell(4, corners);
    vtkNew<vtkPolyData> data;
    data->SetPoints(points);
    data->SetPolys(cells);
    vtkNew<vtkPolyDataMapper> mapper;
    mapper->SetInputData(data);
    vtkNew<vtkActor> actor;
    actor->SetMapper(mapper);
    actor->GetProperty()->SetColor(0, 1, 0);
    actor->GetProperty()->LightingOff();
    renderer->AddActor(actor);
    renderer->SetBackground(0, 0, 1);
    renderer->GetActiveCamera()->SetPosition(0, 0, 8);
    renderer->GetActiveCamera()->SetFocalPoint(0, 0, 0);
    renderer->ResetCameraClippingRange();
    widget.addRenderer(renderer);
}

bool shows(QImage image) {
    return image.pixelColor(image.width() / 2, image.height() / 2) == QColor(Qt::green) && image.pixelColor(2, 2) == QColor(Qt::blue) &&
           image.pixelColor(image.width() - 3, image.height() - 3) == QColor(Qt::blue);
}

} // namespace

class TestVtkWidget : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vtkShowsInTheWidget();
    void resizingKeepsThePicture();
    void hidingAndShowingKeepsThePicture();
    void anotherWindowMakesAnotherContext();
    void grabHasNoHoles();
    void qtPaintsOverVtk();
    void twoWidgetsInOneWindow();
};

void TestVtkWidget::vtkShowsInTheWidget() {
    QVERIFY(VtkWidget::isPossible());
    VtkWidget widget;
    vtkNew<vtkRenderer> renderer;
    addSquare(widget, renderer);
    widget.resize(300, 200);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    QVERIFY(shows(widget.grabFramebuffer()));
    QVERIFY(!widget.driver().isEmpty());
}

void TestVtkWidget::resizingKeepsThePicture() {
    VtkWidget widget;
    vtkNew<vtkRenderer> renderer;
    addSquare(widget, renderer);
    widget.resize(300, 200);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    for (const QSize size : {QSize(640, 360), QSize(200, 420), QSize(900, 700)}) {
        widget.resize(size);
        QTRY_COMPARE(widget.size(), size);
        const QImage image = widget.grabFramebuffer();
        QCOMPARE(image.size(), size * widget.devicePixelRatio());
        QVERIFY(shows(image));
    }
}

void TestVtkWidget::hidingAndShowingKeepsThePicture() {
    VtkWidget widget;
    vtkNew<vtkRenderer> renderer;
    addSquare(widget, renderer);
    widget.resize(300, 200);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    widget.hide();
    widget.resize(320, 240);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    QVERIFY(shows(widget.grabFramebuffer()));
}

void TestVtkWidget::anotherWindowMakesAnotherContext() {
    QMainWindow first, second;
    auto* widget = new VtkWidget;
    vtkNew<vtkRenderer> renderer;
    addSquare(*widget, renderer);
    QSignalSpy made(widget, &VtkWidget::contextMade);
    first.resize(400, 300);
    second.resize(300, 400);
    first.setCentralWidget(widget);
    first.show();
    QVERIFY(QTest::qWaitForWindowExposed(&first));
    QVERIFY(shows(widget->grabFramebuffer()));
    second.show();
    QVERIFY(QTest::qWaitForWindowExposed(&second));
    second.setCentralWidget(first.takeCentralWidget());
    widget->show();
    QTRY_VERIFY(made.size() >= 2);
    QVERIFY(shows(widget->grabFramebuffer()));
    widget->setParent(nullptr);
    widget->show();
    QVERIFY(QTest::qWaitForWindowExposed(widget));
    QVERIFY(shows(widget->grabFramebuffer()));
    delete widget;
}

void TestVtkWidget::grabHasNoHoles() {
    QWidget window;
    window.setStyleSheet(QStringLiteral("background: red"));
    auto* layout = new QHBoxLayout(&window);
    auto* widget = new VtkWidget;
    vtkNew<vtkRenderer> renderer;
    addSquare(*widget, renderer);
    layout->addWidget(widget);
    window.resize(400, 300);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(shows(widget->grab().toImage()));
}

void TestVtkWidget::qtPaintsOverVtk() {
    VtkWidget widget;
    vtkNew<vtkRenderer> renderer;
    addSquare(widget, renderer);
    connect(&widget, &VtkWidget::drawOver, this, [](QPainter& painter) { painter.fillRect(QRect(0, 0, 10, 10), Qt::yellow); });
    widget.resize(300, 200);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    for (int i = 0; i < 3; ++i) {
        const QImage image = widget.grabFramebuffer();
        QCOMPARE(image.pixelColor(4, 4), QColor(Qt::yellow));
        QCOMPARE(image.pixelColor(14, 4), QColor(Qt::blue));
        QCOMPARE(image.pixelColor(150, 100), QColor(Qt::green));
    }
}

void TestVtkWidget::twoWidgetsInOneWindow() {
    QWidget window;
    auto* layout = new QHBoxLayout(&window);
    vtkNew<vtkRenderer> renderers[2];
    VtkWidget* widgets[2];
    for (int i = 0; i < 2; ++i) {
        widgets[i] = new VtkWidget;
        addSquare(*widgets[i], renderers[i]);
        layout->addWidget(widgets[i]);
    }
    window.resize(600, 300);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    for (int i = 0; i < 4; ++i) QVERIFY(shows(widgets[i % 2]->grabFramebuffer()));
    delete widgets[0];
    QVERIFY(shows(widgets[1]->grabFramebuffer()));
}

QTEST_MAIN(TestVtkWidget)
#include "test_vtk_widget.moc"
