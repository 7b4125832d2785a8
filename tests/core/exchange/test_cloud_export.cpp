#include "core/clouds/cloud_reader.h"
#include "core/clouds/ply_writer.h"
#include "core/exchange/clouds/cloud_export.h"
#include "core/project/region_edits.h"
#include "core/spatial/point_selection.h"
#include "tests/core/project/sample_records.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace rb;
using namespace rb::exchange;
using project::CaptionState;

/// What leaves a project of one room and one object, read back as its users would.
class TestCloudExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void scanReferHasARowForEachCaption();
    void cap3dQuotesAsCsvDoes();
    void labelCloudTurnsCounterClockwiseInDegrees();
    void kittiBoxesStandOnTheirBottomInTheCamerasFrame();
    void plyFilesHoldTheMarkedPointsAndThoseInTheBox();
    void thePreviewIsTheReport();

private:
    Exported exportAs(const char* format, const QString& name);
    static int dropped(const formats::LossReport& report, const char* what);
    QByteArray content(const QString& name) {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<project::Project> m_project;
};

/// A line of eleven points at x = 0 … 10.
static clouds::Cloud line() {
    clouds::Cloud cloud;
    for (int i = 0; i <= 10; ++i) cloud.positions.insert(cloud.positions.end(), {float(i), 0, 0});
    return cloud;
}

void TestCloudExport::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = project::test::mustOpen(project::Project::create(m_folder->filePath(QStringLiteral("a.rbproject"))));
    QVERIFY(clouds::writePly(m_folder->filePath(QStringLiteral("room.ply")).toStdString(), line()).ok());
    spatial::PointSelection marked(11);
    marked.set(8);
    marked.set(10);
    const std::string bytes = marked.toBytes();
    QVERIFY(m_project->edit(QStringLiteral("Fill"), [&](project::Edit& edit) {
        for (const char* name : {"room.ply", "chair.ply"}) {
            project::Media media = project::test::picture(QString::fromLatin1(name));
            media.kind = project::MediaKind::Cloud;
            const project::Id id = edit.insert(media);
            if (media.path == QLatin1String("chair.ply")) {
                edit.insert(project::test::words(id, 0, QStringLiteral("a \"red\" chair, old"), CaptionState::Accepted));
                continue;
            }
            project::Region box;
            box.media = id;
            box.label = QStringLiteral("office chair");
            project::setCloudShape(box, {{{2, 0, 0.5}, {2.2, 1.2, 1}, std::numbers::pi / 6}, {}});
            const project::Id first = edit.insert(box);
            edit.insert(project::test::words(id, first, QStringLiteral("A chair, near the door."), CaptionState::Accepted));
            edit.insert(project::test::words(id, first, QStringLiteral("an old chair"), CaptionState::Accepted, 1));
            project::setCloudShape(box, {{{9, 0, 0}, {2, 1, 1}, 0}, QByteArray(bytes.data(), qsizetype(bytes.size()))});
            edit.insert(box);
        }
        edit.insert(project::test::picture(QStringLiteral("a.png")));
    }).ok());
}

Exported TestCloudExport::exportAs(const char* format, const QString& name) {
    auto written = exportClouds(*m_project, *cloudFormatNamed(format), m_folder->filePath(name), {});
    if (!written.ok()) qFatal("%s", written.error().message.c_str());
    return *written;
}

int TestCloudExport::dropped(const formats::LossReport& report, const char* what) {
    for (const auto& line : report.lines)
        if (line.what == what) return line.dropped;
    return -1;
}

void TestCloudExport::scanReferHasARowForEachCaption() {
    const Exported written = exportAs("scanrefer", QStringLiteral("refs.json"));
    const QJsonArray rows = QJsonDocument::fromJson(content(QStringLiteral("refs.json"))).array();
    QCOMPARE(rows.size(), 2);
    const QJsonObject row = rows.at(0).toObject();
    QCOMPARE(row.value(QStringLiteral("scene_id")).toString(), QStringLiteral("room"));
    QCOMPARE(row.value(QStringLiteral("object_id")).toString(), QStringLiteral("0"));
    QCOMPARE(row.value(QStringLiteral("object_name")).toString(), QStringLiteral("office_chair"));
    QCOMPARE(row.value(QStringLiteral("token")).toArray(), (QJsonArray{QStringLiteral("a"), QStringLiteral("chair"), QStringLiteral(","), QStringLiteral("near"),
                                                                         QStringLiteral("the"), QStringLiteral("door"), QStringLiteral(".")}));
    QCOMPARE(row.value(QStringLiteral("box")).toArray().at(3).toDouble(), 2.2);
    QCOMPARE(dropped(written.losses, "regions"), 1); // it has no caption
    QCOMPARE(dropped(written.losses, "pictures"), 1);
}

void TestCloudExport::cap3dQuotesAsCsvDoes() {
    exportAs("cap3d", QStringLiteral("captions.csv"));
    QCOMPARE(content(QStringLiteral("captions.csv")), QByteArray("chair,\"a \"\"red\"\" chair, old\"\n"));
}

void TestCloudExport::labelCloudTurnsCounterClockwiseInDegrees() {
    exportAs("labelcloud", QStringLiteral("labels"));
    const QJsonArray objects = QJsonDocument::fromJson(content(QStringLiteral("labels/room.json"))).object().value(QStringLiteral("objects")).toArray();
    QCOMPARE(objects.size(), 2);
    const QJsonObject first = objects.at(0).toObject();
    QVERIFY(std::abs(first[QStringLiteral("rotations")][QStringLiteral("z")].toDouble() - 30) < 1e-9);
    QCOMPARE(first[QStringLiteral("dimensions")][QStringLiteral("length")].toDouble(), 2.2);
    QCOMPARE(first[QStringLiteral("caption")].toString(), QStringLiteral("A chair, near the door."));
}

void TestCloudExport::kittiBoxesStandOnTheirBottomInTheCamerasFrame() {
    exportAs("kitti", QStringLiteral("kitti"));
    const QList<QByteArray> columns = content(QStringLiteral("kitti/label_2/room.txt")).split('\n').first().split(' ');
    QCOMPARE(columns.size(), 15);
    QCOMPARE(columns.at(0), QByteArray("office_chair"));
    QCOMPARE(columns.mid(8, 3), (QList<QByteArray>{"1.0000", "1.2000", "2.2000"})); // h w l
    // x y z: right is -y of the cloud, down is -z, ahead is x; the bottom lies at z = 0.
    QCOMPARE(columns.at(11).toDouble(), 0.0);
    QCOMPARE(columns.at(12).toDouble(), 0.0);
    QCOMPARE(columns.at(13).toDouble(), 2.0);
    QVERIFY(std::abs(columns.at(14).toDouble() + std::numbers::pi / 6 + std::numbers::pi / 2) < 1e-5);
    QCOMPARE(content(QStringLiteral("kitti/caption/room.txt")), QByteArray("A chair, near the door.\n\n"));
}

void TestCloudExport::plyFilesHoldTheMarkedPointsAndThoseInTheBox() {
    exportAs("ply", QStringLiteral("points"));
    const auto box = clouds::readCloud(m_folder->filePath(QStringLiteral("points/room_0.ply")).toStdString());
    const auto marked = clouds::readCloud(m_folder->filePath(QStringLiteral("points/room_1.ply")).toStdString());
    QVERIFY(box.ok() && marked.ok());
    QCOMPARE(box->positions, (std::vector<float>{1, 0, 0, 2, 0, 0, 3, 0, 0}));
    QCOMPARE(marked->positions, (std::vector<float>{8, 0, 0, 10, 0, 0}));
}

void TestCloudExport::thePreviewIsTheReport() {
    for (const CloudFormat& format : cloudFormats()) {
        const auto told = previewCloudExport(*m_project, format, {});
        QVERIFY(told.ok());
        const Exported written = exportAs(format.name, QStringLiteral("out-") + QLatin1String(format.name));
        QCOMPARE(told->lines.size(), written.losses.lines.size());
        for (std::size_t i = 0; i < told->lines.size(); ++i) QCOMPARE(told->lines[i].dropped, written.losses.lines[i].dropped);
    }
}

QTEST_GUILESS_MAIN(TestCloudExport)
#include "test_cloud_export.moc"
