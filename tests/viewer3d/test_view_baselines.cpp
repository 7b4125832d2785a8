#include "core/synthetic/room.h"
#include "tests/viewer3d/some_clouds.h"
#include "viewer3d/cloud_view.h"
#include "viewer3d/vtk_widget.h"

#include <QTest>

#include <optional>

using namespace rb;
using namespace rb::viewer3d;

/// Pictures of the view against pictures that a person has looked at, in `baselines`. Where the view is meant to look
/// otherwise: RB_WRITE_BASELINES=1 xvfb-run -a tests/test_view_baselines, and look at them.
class TestViewBaselines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void roomLooksAsItDid_data();
    void roomLooksAsItDid();

private:
    std::shared_ptr<clouds::Cloud> m_cloud = std::make_shared<clouds::Cloud>();
    std::vector<RegionBox> m_regions;
};

void TestViewBaselines::initTestCase() {
    synthetic::RoomOptions options;
    options.points = 60'000;
    options.minObjects = 4;
    const synthetic::RoomScene room = synthetic::makeRoom(options, 2024, 0);
    m_cloud->positions = room.cloud.positions;
    m_cloud->colors = room.cloud.colors;
    m_cloud->classes.assign(room.semantics.begin(), room.semantics.end());
    for (const synthetic::RoomObject& object : room.objects) {
        RegionBox region;
        region.id = qint64(m_regions.size()) + 1;
        region.box = object.box;
        region.color = QColor(0, 180, 220);
        region.selected = m_regions.empty();
        m_regions.push_back(region);
    }
}

void TestViewBaselines::roomLooksAsItDid_data() {
    QTest::addColumn<ColorBy>("by");
    QTest::addColumn<std::optional<StandardView>>("from"); // none: as a cloud is first seen
    QTest::addColumn<bool>("dark");
    QTest::newRow("colours") << ColorBy::Rgb << std::optional<StandardView>() << true;
    QTest::newRow("height") << ColorBy::Height << std::optional(StandardView::Front) << false;
    QTest::newRow("classes") << ColorBy::Class << std::optional(StandardView::Top) << true;
}

/// Of all pixels those that differ clearly.
static double shareThatDiffers(const QImage& a, const QImage& b) {
    qint64 count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            if (std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q)) > 60) ++count;
        }
    return double(count) / (double(a.width()) * a.height());
}

void TestViewBaselines::roomLooksAsItDid() {
    QFETCH(ColorBy, by);
    QFETCH(std::optional<StandardView>, from);
    QFETCH(bool, dark);
    CloudView view;
    view.setDrawBy(DrawBy::Processor);
    view.resize(480, 360);
    view.setLook(dark ? ViewLook::dark() : ViewLook::light());
    view.setLabelsShown(false); // whose font is the machine's
    view.setColoring({by});
    view.setCloud(m_cloud, octreeOf(m_cloud->positions));
    view.setRegions(m_regions);
    view.show();
    if (from) view.seeFrom(*from);
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QTRY_VERIFY_WITH_TIMEOUT(!view.isFilling(), 20'000);
    const QImage image = view.findChild<VtkWidget*>()->grabFramebuffer().convertToFormat(QImage::Format_RGB32);
    const QString file = QStringLiteral(RB_TEST_DATA "/../viewer3d/baselines/%1.png").arg(QLatin1String(QTest::currentDataTag()));
    if (qEnvironmentVariableIsSet("RB_WRITE_BASELINES")) QVERIFY(image.save(file));
    const QImage baseline(file);
    QCOMPARE(image.size(), baseline.size());
    const double share = shareThatDiffers(image, baseline);
    if (share > 0.01) image.save(QStringLiteral("%1.png").arg(QLatin1String(QTest::currentDataTag()))); // to be compared by a person
    QVERIFY2(share <= 0.01, qPrintable(QStringLiteral("%1 % differ").arg(100 * share)));
}

QTEST_MAIN(TestViewBaselines)
#include "test_view_baselines.moc"
