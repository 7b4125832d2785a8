#include "core/project/links.h"
#include "tests/cloud_workspace/room_window.h"
#include "ui/region_panel/partner_caption.h"

#include <QDoubleSpinBox>
#include <QGroupBox>
#include <QImage>
#include <QLabel>

using namespace rb;
using namespace rb::cloud_workspace;

/// Regions of a cloud, from the first click to the caption.
class TestCloudWorkspace : public RoomWindow {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeRoom(); }
    void cleanup() { closeWindow(); }
    void aDrawnBoxIsCaptionedUndoneRedoneAndStillThereAfterARestart();
    void aLassoMakesARegionOfPoints();
    void shiftAddsAndControlTakesAway();
    void aRectangleFitsABoxToTheThingInIt();
    void acceptAndNextGoesThroughTheRegions();
    void aPicturesRegionBecomesThePointsItShows();
    void aBoxBecomesItsPointsAndTurnsAsTheyLie();
    void onlyTheChosenDepthsAreMarked();
};

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

    closeWindow();
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

QTEST_MAIN(TestCloudWorkspace)
#include "test_cloud_workspace.moc"
