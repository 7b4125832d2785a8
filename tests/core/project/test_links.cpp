#include "core/project/links.h"
#include "tests/core/project/sample_records.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rb;
using namespace rb::project;

/// Pictures that were taken in a cloud, and regions that show the same thing.
class TestLinks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCameraComesBackAsItWasStored();
    void whatElseIsKeptBesideStays();
    void damagedCamerasAreNone_data();
    void damagedCamerasAreNone();
    void partnersNameEachOther();
};

static CameraLink someLink() {
    CameraLink link{(Id(1) << 62) + 12345, {}};
    link.camera.fx = 721.5377;
    link.camera.fy = 720.25;
    link.camera.cx = 609.5593;
    link.camera.cy = 172.854;
    link.camera.toCamera = {0.1, -0.995, 0.01, 3.25, 0.02, 0.03, -0.999, 1e-7, 0.994, 0.1, 0.02, -1234.5678901234567};
    return link;
}

void TestLinks::aCameraComesBackAsItWasStored() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.rbproject"));
    Id id = 0;
    {
        const auto project = test::mustOpen(Project::create(path));
        QVERIFY(project->edit(QStringLiteral("Add"), [&](Edit& edit) {
            Media picture = test::picture(QStringLiteral("a.png"));
            setCameraLink(picture, someLink());
            id = edit.insert(picture);
        }).ok());
    }
    const auto project = test::mustOpen(Project::open(path));
    const auto link = cameraLink(*project->media(id));
    QVERIFY(link && *link == someLink());
}

void TestLinks::whatElseIsKeptBesideStays() {
    Media picture = test::picture(QStringLiteral("a.png"));
    picture.extra = QStringLiteral("{\"flags\":[1,2]}");
    setCameraLink(picture, someLink());
    QVERIFY(picture.extra.contains(QStringLiteral("\"flags\":[1,2]")));
    picture.kind = MediaKind::Cloud;
    QVERIFY(!cameraLink(picture));
}

void TestLinks::damagedCamerasAreNone_data() {
    QTest::addColumn<QString>("extra");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no JSON") << QStringLiteral("{\"camera\":");
    QTest::newRow("a list") << QStringLiteral("[1]");
    QTest::newRow("no cloud") << QStringLiteral("{\"camera\":{\"fx_fy_cx_cy\":[1,1,1,1],\"to_camera\":[1,0,0,0,0,1,0,0,0,0,1,0]}}");
    QTest::newRow("eleven numbers") << QStringLiteral("{\"camera\":{\"cloud\":\"5\",\"fx_fy_cx_cy\":[1,1,1,1],\"to_camera\":[1,0,0,0,0,1,0,0,0,0,1]}}");
    QTest::newRow("words") << QStringLiteral("{\"camera\":{\"cloud\":\"5\",\"fx_fy_cx_cy\":[1,1,1,\"a\"],\"to_camera\":[1,0,0,0,0,1,0,0,0,0,1,0]}}");
    QTest::newRow("a lens without focus") << QStringLiteral("{\"camera\":{\"cloud\":\"5\",\"fx_fy_cx_cy\":[0,1,1,1],\"to_camera\":[1,0,0,0,0,1,0,0,0,0,1,0]}}");
}

void TestLinks::damagedCamerasAreNone() {
    QFETCH(const QString, extra);
    Media picture = test::picture(QStringLiteral("a.png"));
    picture.extra = extra;
    QVERIFY(!cameraLink(picture));
}

void TestLinks::partnersNameEachOther() {
    Region region;
    QCOMPARE(partnerOf(region), Id(0));
    region.extra = QStringLiteral("{\"difficult\":1}");
    setPartner(region, (Id(1) << 62) + 7);
    QCOMPARE(partnerOf(region), (Id(1) << 62) + 7);
    QVERIFY(region.extra.contains(QStringLiteral("difficult")));
}

QTEST_GUILESS_MAIN(TestLinks)
#include "test_links.moc"
