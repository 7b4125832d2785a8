#include "tests/cloud_workspace/room_window.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QImage>
#include <QSpinBox>

using namespace rb;
using namespace rb::cloud_workspace;

/// How a cloud is looked at: colours, sides, and what is remembered of it.
class TestCloudLook : public RoomWindow {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeRoom(); }
    void cleanup() { closeWindow(); }
    void pointsHaveTheColoursOfTheirRegions();
    void allSixSidesCanBeSeen();
    void howTheViewIsUsedIsRemembered();
    void aGrabShowsWhatStandsOverTheCloud();
};

void TestCloudLook::pointsHaveTheColoursOfTheirRegions() {
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

void TestCloudLook::allSixSidesCanBeSeen() {
    for (const auto& [name, axis, sign] : {std::tuple("frontView", 1, -1), std::tuple("backView", 1, 1), std::tuple("rightView", 0, 1), std::tuple("leftView", 0, -1),
                                           std::tuple("topView", 2, 1), std::tuple("bottomView", 2, -1)}) {
        action(name).trigger();
        const viewer3d::Camera camera = view().camera();
        const double away = camera.position[static_cast<std::size_t>(axis)] - camera.focal[static_cast<std::size_t>(axis)];
        QVERIFY2(away * sign > 1, name);
    }
}

void TestCloudLook::howTheViewIsUsedIsRemembered() {
    QVERIFY(action("mouseOfCloudCompare").isChecked());
    action("mouseOfVtk").trigger();
    m_page->look().grid->setChecked(false);
    m_page->look().pointSize->setValue(5);
    closeWindow();
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

void TestCloudLook::aGrabShowsWhatStandsOverTheCloud() {
    action("topView").trigger();
    QTRY_VERIFY(!view().isFilling());
    const QImage shown = view().grab().toImage();
    const QImage corner = shown.copy(shown.width() - 120, 0, 120, 120); // the cube's, empty of points
    QSet<QRgb> colors;
    for (int y = 0; y < corner.height(); ++y)
        for (int x = 0; x < corner.width(); ++x) colors.insert(corner.pixel(x, y));
    QVERIFY(colors.size() > 8);
}

QTEST_MAIN(TestCloudLook)
#include "test_cloud_look.moc"
