#include "cloud_workspace/cloud_binding.h"
#include "cloud_workspace/cloud_page.h"
#include "cloud_workspace/cloud_panels.h"
#include "cloud_workspace/region_points.h"
#include "core/clouds/ply_writer.h"
#include "core/project/caption_edits.h"
#include "core/project/links.h"
#include "core/synthetic/room.h"
#include "tests/ui/answering_dialogs.h"
#include "ui/main_window.h"
#include "ui/region_panel/partner_caption.h"
#include "ui/theme/theme.h"
#include "viewer3d/camera/projection.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGroupBox>
#include <QImage>
#include <QLabel>
#include <QMouseEvent>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace rb;
using namespace rb::cloud_workspace;
using viewer3d::CloudView;

/// The whole window with the embedded model, on a project of one made-up room, driven by mouse and keys on a real display.
class TestCloudWorkspace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aDrawnBoxIsCaptionedUndoneRedoneAndStillThereAfterARestart();
    void aLassoMakesARegionOfPoints();
    void shiftAddsAndControlTakesAway();
    void aRectangleFitsABoxToTheThingInIt();
    void acceptAndNextGoesThroughTheRegions();
    void aPicturesRegionBecomesThePointsItShows();
    void aBoxBecomesItsPointsAndTurnsAsTheyLie();
    void onlyTheChosenDepthsAreMarked();
    void pointsHaveTheColoursOfTheirRegions();
    void allSixSidesCanBeSeen();
    void howTheViewIsUsedIsRemembered();
    void aGrabShowsWhatStandsOverTheCloud();

private:
    void openWindow();
    CloudView& view() { return m_page->view(); }
    /// Where a place of the room is shown.
    QPoint at(const viewer3d::Vec3d& place);
    void drag(const QList<QPoint>& way, Qt::KeyboardModifiers modifiers = {});
    QAction& action(const char* name);
    std::vector<project::Region> regions() { return m_workspace->project()->regionsOf(m_workspace->currentMedia()); }
    QString caption(project::Id region) {
        const auto shown = project::shownCaption(*m_workspace->project(), m_workspace->currentMedia(), region);
        return shown ? shown->text : QString();
    }
    std::size_t pointsIn(const project::Region& region) { return pointsOf(m_binding->document(), *region.cloud).count(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    synthetic::RoomScene m_room;
    ui::AnsweringDialogs m_dialogs;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<jobs::InferenceThread> m_inference;
    std::unique_ptr<ui::Workspace> m_workspace;
    std::unique_ptr<ui::MainWindow> m_window;
    CloudPage* m_page = nullptr;
    CloudBinding* m_binding = nullptr;
};

void TestCloudWorkspace::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    synthetic::RoomOptions options;
    options.points = 40'000;
    m_room = synthetic::makeRoom(options, 11, 0);
    clouds::Cloud cloud;
    cloud.positions = m_room.cloud.positions;
    cloud.colors = m_room.cloud.colors;
    QVERIFY(clouds::writePly(m_folder->filePath(QStringLiteral("room.ply")).toStdString(), cloud).ok());
    auto project = project::Project::create(m_folder->filePath(QStringLiteral("a.rbproject")));
    QVERIFY(project.ok());
    QVERIFY((*project)->edit(QStringLiteral("Add"), [](project::Edit& edit) {
        project::Media media;
        media.path = QStringLiteral("room.ply");
        media.kind = project::MediaKind::Cloud;
        edit.insert(media);
    }).ok());
    project->reset();
    openWindow();
}

void TestCloudWorkspace::openWindow() {
    m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_inference = std::make_unique<jobs::InferenceThread>();
    m_workspace = std::make_unique<ui::Workspace>();
    m_window = std::make_unique<ui::MainWindow>(ui::WindowParts{*m_workspace, *m_inference, m_dialogs, *m_settings});
    const CloudPanels panels = addCloudPanels(*m_window, *m_workspace);
    m_page = panels.page;
    m_binding = panels.binding;
    m_window->openModel(QStringLiteral(RB_RESOURCES "/models/regionblip-mini"));
    m_workspace->setProject(std::move(*project::Project::open(m_folder->filePath(QStringLiteral("a.rbproject")))));
    m_window->resize(1300, 860);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(bool(m_binding->document()), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->flow().model().has_value(), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(view().pointsShown() > 0, 20'000);
}

void TestCloudWorkspace::cleanup() {
    m_window.reset();
    m_workspace.reset();
    m_inference.reset();
}

QPoint TestCloudWorkspace::at(const viewer3d::Vec3d& place) {
    const viewer3d::Projection projection{view().camera(), double(view().width()), double(view().height()), {0.1, 100}};
    const auto pixel = projection.toScreen(place);
    return QPointF(pixel->x, pixel->y).toPoint();
}

QAction& TestCloudWorkspace::action(const char* name) {
    for (QAction* each : m_window->QWidget::actions())
        if (each->objectName() == QLatin1String(name)) return *each;
    qFatal("no such action");
}

void TestCloudWorkspace::drag(const QList<QPoint>& way, Qt::KeyboardModifiers modifiers) {
    QTest::mousePress(&view(), Qt::LeftButton, modifiers, way.first());
    for (const QPoint& place : way) {
        QMouseEvent move(QEvent::MouseMove, place, view().mapToGlobal(place), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(&view(), &move);
    }
    QTest::mouseRelease(&view(), Qt::LeftButton, modifiers, way.last());
}

/// The corners of an object's box on the screen, with a margin around.
static QRect around(const QList<QPoint>& points, int margin) {
    QRect all(points.first(), QSize(1, 1));
    for (const QPoint& point : points) all = all.united(QRect(point, QSize(1, 1)));
    return all.adjusted(-margin, -margin, margin, margin);
}

static QList<viewer3d::Vec3d> cornersOf(const geometry::Box3& box) {
    QList<viewer3d::Vec3d> corners;
    for (int i = 0; i < 8; ++i)
        corners.append({box.center[0] + (i & 1 ? 0.5 : -0.5) * box.size[0], box.center[1] + (i & 2 ? 0.5 : -0.5) * box.size[1],
                        box.center[2] + (i & 4 ? 0.5 : -0.5) * box.size[2]});
    return corners;
}

void TestCloudWorkspace::aDrawnBoxIsCaptionedUndoneRedoneAndStillThereAfterARestart() {
    const geometry::Box3 object = m_room.objects.front().box;
    action("boxTool").trigger();
    QCOMPARE(view().tool(), CloudView::Tool::Box);
    const double floor = 0;
    const QPoint first = at({object.center[0] - object.size[0] / 2 - 0.1, object.center[1] - object.size[1] / 2 - 0.1, floor});
    const QPoint second = at({object.center[0] + object.size[0] / 2 + 0.1, object.center[1] + object.size[1] / 2 + 0.1, floor});
    QTest::mouseClick(&view(), Qt::LeftButton, {}, first);
    QTest::mouseMove(&view(), second);
    QTest::mouseClick(&view(), Qt::LeftButton, {}, second);
    QTest::mouseMove(&view(), second - QPoint(0, 90));
    QTest::mouseClick(&view(), Qt::LeftButton, {}, second - QPoint(0, 90));
    QCOMPARE(regions().size(), std::size_t(1));
    const project::Region drawn = regions().front();
    QVERIFY(drawn.cloud && drawn.cloud->box.size[2] > 0.05);
    QTRY_VERIFY_WITH_TIMEOUT(!caption(drawn.id).isEmpty(), 30'000);
    QCOMPARE(view().tool(), CloudView::Tool::Select);
    const QString words = caption(drawn.id);

    action("undo").trigger(); // the caption
    QVERIFY(caption(drawn.id).isEmpty());
    action("undo").trigger(); // the box
    QVERIFY(regions().empty());
    action("redo").trigger();
    action("redo").trigger();
    QCOMPARE(caption(drawn.id), words);

    cleanup();
    openWindow();
    QCOMPARE(regions().size(), std::size_t(1));
    QCOMPARE(regions().front().cloud, drawn.cloud);
    QCOMPARE(caption(drawn.id), words);
    QVERIFY(m_workspace->project()->canUndo());
}

void TestCloudWorkspace::aLassoMakesARegionOfPoints() {
    action("lassoTool").trigger();
    QList<QPoint> corners;
    for (const auto& corner : cornersOf(m_room.objects.front().box)) corners.append(at(corner));
    const QRect frame = around(corners, 6);
    drag({frame.topLeft(), frame.topRight(), frame.bottomRight(), frame.bottomLeft(), frame.topLeft()});
    QCOMPARE(regions().size(), std::size_t(1));
    const project::Region made = regions().front();
    QVERIFY(!made.cloud->points.isEmpty());
    QVERIFY(pointsIn(made) > 100);
    QTRY_VERIFY_WITH_TIMEOUT(!caption(made.id).isEmpty(), 30'000);
    action("undo").trigger();
    action("undo").trigger();
    QVERIFY(regions().empty());
}

void TestCloudWorkspace::shiftAddsAndControlTakesAway() {
    action("lassoTool").trigger();
    const QPoint middle = view().rect().center();
    const auto square = [&](QPoint centre) {
        return QList<QPoint>{centre + QPoint(-30, -30), centre + QPoint(30, -30), centre + QPoint(30, 30), centre + QPoint(-30, 30), centre + QPoint(-30, -30)};
    };
    drag(square(middle));
    QCOMPARE(regions().size(), std::size_t(1));
    const std::size_t first = pointsIn(regions().front());
    drag(square(middle + QPoint(80, 0)), Qt::ShiftModifier);
    QCOMPARE(regions().size(), std::size_t(1));
    const std::size_t more = pointsIn(regions().front());
    QVERIFY(more > first);
    drag(square(middle + QPoint(80, 0)), Qt::ControlModifier);
    QCOMPARE(pointsIn(regions().front()), first);
}

void TestCloudWorkspace::aRectangleFitsABoxToTheThingInIt() {
    // The object that stands nearest to the eye is hidden by no other.
    const viewer3d::Vec3d eye = view().camera().position;
    const auto distance = [&](const synthetic::RoomObject& object) { return std::hypot(object.box.center[0] - eye[0], object.box.center[1] - eye[1]); };
    const auto nearest = std::min_element(m_room.objects.begin(), m_room.objects.end(), [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
    action("rotatedBoxTool").trigger();
    QList<QPoint> corners;
    for (const auto& corner : cornersOf(nearest->box)) corners.append(at(corner));
    const QRect frame = around(corners, 4);
    drag({frame.topLeft(), frame.center(), frame.bottomRight()});
    QCOMPARE(regions().size(), std::size_t(1));
    const geometry::Box3 fitted = regions().front().cloud->box;
    for (std::size_t axis = 0; axis < 2; ++axis) QVERIFY(std::abs(fitted.center[axis] - nearest->box.center[axis]) < 0.6);
}

void TestCloudWorkspace::acceptAndNextGoesThroughTheRegions() {
    std::vector<project::Id> made;
    QVERIFY(m_workspace->project()->edit(QStringLiteral("Fill"), [&](project::Edit& edit) {
        for (const synthetic::RoomObject& object : m_room.objects) {
            project::Region region;
            region.media = m_workspace->currentMedia();
            region.cloud = project::CloudShape{object.box, {}};
            made.push_back(edit.insert(region));
            project::Caption words;
            words.media = region.media;
            words.region = made.back();
            words.text = QString::fromStdString(object.caption);
            words.source = project::CaptionSource::Model;
            edit.insert(words);
        }
    }).ok());
    action("nextRegion").trigger();
    QCOMPARE(m_workspace->currentRegion(), made.front());
    for (std::size_t i = 0; i < made.size(); ++i) {
        QCOMPARE(m_workspace->currentRegion(), made[i]);
        action("acceptAndNext").trigger();
    }
    QCOMPARE(m_workspace->project()->counts().accepted, qint64(made.size()));
}

/// A camera above an object looks straight down on it.
static geometry::Camera cameraAbove(const geometry::Box3& object) {
    const double x = object.center[0], y = object.center[1], z = object.center[2] + object.size[2] / 2 + 0.9;
    geometry::Camera camera;
    camera.fx = camera.fy = 300;
    camera.cx = 320;
    camera.cy = 240;
    camera.toCamera = {1, 0, 0, -x, 0, -1, 0, y, 0, 0, -1, z};
    return camera;
}

void TestCloudWorkspace::aPicturesRegionBecomesThePointsItShows() {
    const geometry::Box3 object = m_room.objects.front().box;
    const geometry::Camera camera = cameraAbove(object);
    QImage picture(640, 480, QImage::Format_RGB32);
    picture.fill(Qt::gray);
    QVERIFY(picture.save(m_folder->filePath(QStringLiteral("view.png"))));
    const project::Id cloud = m_workspace->currentMedia();
    project::Id media = 0, shown = 0;
    QVERIFY(m_workspace->project()->edit(QStringLiteral("Add"), [&](project::Edit& edit) {
        project::Media view;
        view.path = QStringLiteral("view.png");
        view.width = 640;
        view.height = 480;
        project::setCameraLink(view, {cloud, camera});
        media = edit.insert(view);
        const double top = object.center[2] + object.size[2] / 2;
        const auto low = geometry::pixelOf(camera, {object.center[0] - object.size[0] / 2, object.center[1] + object.size[1] / 2, top});
        const auto high = geometry::pixelOf(camera, {object.center[0] + object.size[0] / 2, object.center[1] - object.size[1] / 2, top});
        project::Region region;
        region.media = media;
        region.shape = geometry::boxShape({low->x, low->y, high->x - low->x, high->y - low->y});
        shown = edit.insert(region);
        project::Caption words;
        words.media = media;
        words.region = shown;
        words.text = QStringLiteral("the thing from above");
        edit.insert(words);
    }).ok());
    m_workspace->setCurrentMedia(media);
    m_workspace->setCurrentRegion(shown);
    QVERIFY(action("showPartner").isEnabled());
    action("showPartner").trigger();
    QCOMPARE(m_workspace->currentMedia(), cloud);
    QTRY_COMPARE_WITH_TIMEOUT(regions().size(), std::size_t(1), 20'000);
    const project::Region made = regions().front();
    QCOMPARE(project::partnerOf(made), shown);
    QCOMPARE(project::partnerOf(*m_workspace->project()->region(shown)), made.id);
    QVERIFY(pointsIn(made) > 100);
    for (std::size_t axis = 0; axis < 2; ++axis) {
        QVERIFY(std::abs(made.cloud->box.center[axis] - object.center[axis]) < 0.1);
        QVERIFY(made.cloud->box.size[axis] < object.size[axis] + 0.1);
    }
    QVERIFY(made.cloud->box.center[2] > object.center[2]); // the top, not what is below it
    QTRY_VERIFY_WITH_TIMEOUT(!caption(made.id).isEmpty(), 30'000);

    // Side by side, and back.
    auto* partner = m_window->findChild<ui::PartnerCaption*>();
    QVERIFY(partner->isVisibleTo(m_window.get()));
    QVERIFY(std::ranges::any_of(partner->findChildren<QLabel*>(), [](const QLabel* label) { return label->text() == QLatin1String("the thing from above"); }));
    action("showPartner").trigger();
    QCOMPARE(m_workspace->currentMedia(), media);
    QCOMPARE(m_workspace->currentRegion(), shown);
    action("undo").trigger(); // the caption
    action("undo").trigger(); // the link
    QCOMPARE(project::partnerOf(*m_workspace->project()->region(shown)), project::Id(0));
    QVERIFY(!partner->isVisibleTo(m_window.get()));
}

void TestCloudWorkspace::aBoxBecomesItsPointsAndTurnsAsTheyLie() {
    const geometry::Box3 object = m_room.objects.front().box;
    geometry::Box3 drawn = object;
    for (double& side : drawn.size) side += 0.2;
    project::Id id = 0;
    QVERIFY(m_workspace->project()->edit(QStringLiteral("Draw"), [&](project::Edit& edit) {
        project::Region region;
        region.media = m_workspace->currentMedia();
        region.cloud = project::CloudShape{drawn, {}};
        id = edit.insert(region);
    }).ok());
    m_workspace->setCurrentRegion(id);
    const std::size_t inBox = pointsIn(regions().front());
    QVERIFY(inBox > 100);
    action("keepPoints").trigger();
    QVERIFY(!regions().front().cloud->points.isEmpty());
    QCOMPARE(pointsIn(regions().front()), inBox);
    for (std::size_t axis = 0; axis < 3; ++axis) QVERIFY(regions().front().cloud->box.size[axis] <= drawn.size[axis] + 1e-6);
    const geometry::Box3 upright = regions().front().cloud->box;
    action("turnBox").trigger();
    const geometry::Box3 turned = regions().front().cloud->box;
    QCOMPARE(pointsIn(regions().front()), inBox);
    QVERIFY(turned.size[0] * turned.size[1] <= upright.size[0] * upright.size[1] + 1e-9);
    QTRY_VERIFY_WITH_TIMEOUT(!caption(id).isEmpty(), 30'000);
}

void TestCloudWorkspace::onlyTheChosenDepthsAreMarked() {
    action("surfaceOnly").setChecked(false);
    const QRect all = view().rect().adjusted(2, 2, -2, -2);
    const auto lasso = [&] {
        action("lassoTool").trigger();
        drag({all.topLeft(), all.topRight(), all.bottomRight(), all.bottomLeft(), all.topLeft()});
    };
    lasso();
    const std::size_t everything = pointsIn(regions().front());
    m_dialogs.answer = [](QDialog& dialog) {
        auto* depths = dialog.findChildren<QGroupBox*>().at(1);
        depths->setChecked(true);
        const auto ends = depths->findChildren<QDoubleSpinBox*>();
        ends.at(1)->setValue((ends.at(0)->value() + ends.at(1)->value()) / 2); // offered: all that is seen
        return true;
    };
    action("markOptions").trigger();
    lasso();
    const std::size_t nearer = pointsIn(regions().back());
    QVERIFY2(nearer > everything / 10 && nearer < everything * 9 / 10, qPrintable(QStringLiteral("%1 of %2").arg(nearer).arg(everything)));
    m_dialogs.answer = {};
}

void TestCloudWorkspace::pointsHaveTheColoursOfTheirRegions() {
    auto* colors = m_page->findChild<QComboBox*>();
    colors->setCurrentIndex(colors->findText(QStringLiteral("Region")));
    const auto pixelsOf = [this](const QColor& wanted) {
        const QImage shown = view().grab().toImage();
        int count = 0;
        for (int y = 0; y < shown.height(); ++y)
            for (int x = 0; x < shown.width(); ++x) count += std::abs(shown.pixelColor(x, y).hslHue() - wanted.hslHue()) < 6 && shown.pixelColor(x, y).hslSaturation() > 100;
        return count;
    };
    const QColor first = ui::regionColor(0);
    const int before = pixelsOf(first);
    QVERIFY(m_workspace->project()->edit(QStringLiteral("Draw"), [&](project::Edit& edit) {
        project::Region region;
        region.media = m_workspace->currentMedia();
        region.cloud = project::CloudShape{{{0, 0, 0}, {40, 40, 40}, 0}, {}};
        edit.insert(region);
    }).ok());
    QTRY_VERIFY(pixelsOf(first) > before + 2000);
    QVERIFY(m_workspace->project()->undo().ok());
    QTRY_VERIFY(pixelsOf(first) < before + 500);
}

void TestCloudWorkspace::allSixSidesCanBeSeen() {
    for (const auto& [name, axis, sign] : {std::tuple("frontView", 1, -1), std::tuple("backView", 1, 1), std::tuple("rightView", 0, 1), std::tuple("leftView", 0, -1),
                                           std::tuple("topView", 2, 1), std::tuple("bottomView", 2, -1)}) {
        action(name).trigger();
        const viewer3d::Camera camera = view().camera();
        const double away = camera.position[static_cast<std::size_t>(axis)] - camera.focal[static_cast<std::size_t>(axis)];
        QVERIFY2(away * sign > 1, name);
    }
}

void TestCloudWorkspace::howTheViewIsUsedIsRemembered() {
    QVERIFY(action("mouseOfCloudCompare").isChecked());
    action("mouseOfVtk").trigger();
    m_page->look().grid->setChecked(false);
    m_page->look().pointSize->setValue(5);
    cleanup();
    openWindow();
    QVERIFY(action("mouseOfVtk").isChecked());
    QVERIFY(!m_page->look().grid->isChecked());
    QCOMPARE(m_page->look().pointSize->value(), 5);
    // VTK's right button zooms: dragging it up brings the camera nearer.
    const auto distance = [this] { return std::hypot(view().camera().position[0] - view().camera().focal[0], view().camera().position[1] - view().camera().focal[1]); };
    const double before = distance();
    const QPoint middle = view().rect().center();
    QTest::mousePress(&view(), Qt::RightButton, {}, middle);
    QMouseEvent move(QEvent::MouseMove, middle - QPoint(0, 80), view().mapToGlobal(middle - QPoint(0, 80)), Qt::NoButton, Qt::RightButton, {});
    QApplication::sendEvent(&view(), &move);
    QTest::mouseRelease(&view(), Qt::RightButton, {}, middle - QPoint(0, 80));
    QVERIFY(std::abs(distance() - before) > 0.05 * before);
}

void TestCloudWorkspace::aGrabShowsWhatStandsOverTheCloud() {
    action("topView").trigger();
    QTRY_VERIFY(!view().isFilling());
    const QImage shown = view().grab().toImage();
    const QImage corner = shown.copy(shown.width() - 120, 0, 120, 120); // the cube's, empty of points
    QSet<QRgb> colors;
    for (int y = 0; y < corner.height(); ++y)
        for (int x = 0; x < corner.width(); ++x) colors.insert(corner.pixel(x, y));
    QVERIFY(colors.size() > 8);
}

QTEST_MAIN(TestCloudWorkspace)
#include "test_cloud_workspace.moc"
