#include "core/exchange/clouds/cloud_import.h"
#include "core/project/caption_edits.h"
#include "core/project/links.h"
#include "tests/core/project/sample_records.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace rb;
using namespace rb::exchange;
namespace fs = std::filesystem;

/// Boxes and captions of clouds as ScanRefer, Cap3D, labelCloud and KITTI have them, against the golden truth.
class TestCloudImport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void scanReferTakesItsBoxesFromTheSceneFiles();
    void cap3dCaptionsWholeClouds_data();
    void cap3dCaptionsWholeClouds();
    void labelCloudBoxesAreThoseOfTheTruth_data();
    void labelCloudBoxesAreThoseOfTheTruth();
    void kittiBoxesComeIntoTheScannersFrame();
    void kittiLabelsThatCannotBeReadAreRefused();
    void kittiPicturesAreLinkedWithTheirCamera();
    void anotherImportBringsNothingNew();
    void readingCanBeStoppedAndTellsHowFarItIs();
    void everyFormatIsRecognised();
    void wrongFilesAreOneSentence_data();
    void wrongFilesAreOneSentence();
    void whatIsExportedComesBack_data();
    void whatIsExportedComesBack();

private:
    static fs::path golden(const char* name) { return fs::path(RB_TEST_DATA) / "formats" / name; }
    static QJsonObject truth() {
        QFile file(QStringLiteral(RB_TEST_DATA "/formats/expected_3d.json"));
        if (!file.open(QIODevice::ReadOnly)) qFatal("no truth");
        return QJsonDocument::fromJson(file.readAll()).object();
    }
    ImportCounts import(const char* format, const fs::path& path) {
        const auto done = importClouds(*m_project, *cloudFormatNamed(format), path, {});
        if (!done.ok()) qFatal("%s", done.error().message.c_str());
        return *done;
    }
    std::vector<project::Region> regions() const {
        std::vector<project::Region> all;
        for (const project::Media& media : m_project->allMedia())
            for (project::Region& region : m_project->regionsOf(media.id)) all.push_back(std::move(region));
        return all;
    }
    QString captionOf(const project::Region& region) const {
        const auto shown = project::shownCaption(*m_project, region.media, region.id);
        return shown ? shown->text : QString();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<project::Project> m_project;
};

void TestCloudImport::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = project::test::mustOpen(project::Project::create(m_folder->filePath(QStringLiteral("a.rbproject"))));
}

static void compareAxes(const std::array<double, 3>& ours, const QJsonArray& expected, double tolerance) {
    for (int axis = 0; axis < 3; ++axis)
        QVERIFY2(std::abs(ours[std::size_t(axis)] - expected[axis].toDouble()) <= tolerance, qPrintable(QStringLiteral("axis %1: %2").arg(axis).arg(ours[std::size_t(axis)], 0, 'g', 12)));
}

void TestCloudImport::scanReferTakesItsBoxesFromTheSceneFiles() {
    const QJsonArray expected = truth()[QStringLiteral("scanrefer")].toArray();
    const ImportCounts counts = import("scanrefer", golden("scanrefer/ScanRefer_filtered_train.json"));
    QCOMPARE(counts.captions, int(expected.size()));
    QCOMPARE(counts.missing, 0);
    for (const QJsonValue& value : expected) {
        const QJsonObject row = value.toObject();
        bool found = false;
        for (const project::Region& region : regions()) {
            const auto media = m_project->media(region.media);
            if (!media->path.contains(row[QStringLiteral("scene_id")].toString()) || region.sourceId != QString::number(row[QStringLiteral("object_id")].toInt())) continue;
            compareAxes(region.cloud->box.center, row[QStringLiteral("centre")].toArray(), 1e-6);
            compareAxes(region.cloud->box.size, row[QStringLiteral("size")].toArray(), 1e-6);
            for (const project::Caption& caption : m_project->captionsOf(region.media))
                found = found || (caption.region == region.id && caption.rank == row[QStringLiteral("ann_id")].toInt() && caption.text == row[QStringLiteral("caption")].toString());
        }
        QVERIFY2(found, qPrintable(row[QStringLiteral("caption")].toString()));
    }
}

void TestCloudImport::cap3dCaptionsWholeClouds_data() {
    QTest::addColumn<QString>("file");
    QTest::newRow("quoted") << QStringLiteral("cap3d/cap3d.csv");
    QTest::newRow("cut at the first comma") << QStringLiteral("cap3d/first_comma.txt");
}

void TestCloudImport::cap3dCaptionsWholeClouds() {
    QFETCH(const QString, file);
    const QJsonArray expected = truth()[QStringLiteral("cap3d")].toArray();
    const ImportCounts counts = import("cap3d", golden(file.toUtf8().constData()));
    QCOMPARE(counts.captions, int(expected.size()));
    QCOMPARE(counts.missing, int(expected.size())); // placeholders keep their captions
    for (const QJsonValue& value : expected) {
        const QJsonObject row = value.toObject();
        bool found = false;
        for (const project::Media& media : m_project->allMedia())
            for (const project::Caption& caption : m_project->captionsOf(media.id))
                found = found || (media.path.contains(row[QStringLiteral("uid")].toString()) && caption.text == row[QStringLiteral("caption")].toString());
        QVERIFY2(found, qPrintable(row[QStringLiteral("caption")].toString()));
    }
}

void TestCloudImport::labelCloudBoxesAreThoseOfTheTruth_data() {
    QTest::addColumn<QString>("file");
    QTest::newRow("centroid") << QStringLiteral("labelcloud/centroid_abs.json");
    QTest::newRow("vertices") << QStringLiteral("labelcloud/vertices.json");
}

void TestCloudImport::labelCloudBoxesAreThoseOfTheTruth() {
    QFETCH(const QString, file);
    import("labelcloud", golden(file.toUtf8().constData()));
    const QJsonArray expected = truth()[QStringLiteral("boxes3d")].toArray();
    const auto all = regions();
    QCOMPARE(all.size(), std::size_t(expected.size()));
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QJsonObject row = expected[qsizetype(i)].toObject();
        const QJsonArray turns = row[QStringLiteral("rotation_deg_xyz")].toArray();
        QCOMPARE(all[i].label, row[QStringLiteral("name")].toString());
        compareAxes(all[i].cloud->box.center, row[QStringLiteral("centre")].toArray(), 1e-9);
        const double own = all[i].cloud->box.yaw * 180 / std::numbers::pi;
        if (turns[0].toDouble() == 0) {
            compareAxes(all[i].cloud->box.size, row[QStringLiteral("size_lwh")].toArray(), 1e-9);
            QVERIFY(std::abs(std::remainder(own - turns[2].toDouble(), 360)) < 1e-9);
        } else { // an upright box holds all corners of the turned one
            for (const QJsonValue& value : row[QStringLiteral("corners")].toArray()) {
                const QJsonArray corner = value.toArray();
                const auto& box = all[i].cloud->box;
                const double x = corner[0].toDouble() - box.center[0], y = corner[1].toDouble() - box.center[1], cosine = std::cos(box.yaw), sine = std::sin(box.yaw);
                QVERIFY(std::abs(cosine * x + sine * y) <= box.size[0] / 2 + 1e-9 && std::abs(-sine * x + cosine * y) <= box.size[1] / 2 + 1e-9);
                QVERIFY(std::abs(corner[2].toDouble() - box.center[2]) <= box.size[2] / 2 + 1e-9);
            }
        }
    }
}

void TestCloudImport::kittiBoxesComeIntoTheScannersFrame() {
    const ImportCounts counts = import("kitti", golden("kitti"));
    QCOMPARE(counts.regions, 3); // not the DontCare
    const QJsonArray expected = truth()[QStringLiteral("boxes3d")].toArray();
    const auto all = regions();
    for (std::size_t i = 0; i < 3; ++i) {
        const QJsonObject row = expected[qsizetype(i)].toObject();
        QCOMPARE(all[i].label, row[QStringLiteral("name")].toString());
        QCOMPARE(captionOf(all[i]), row[QStringLiteral("caption")].toString());
        compareAxes(all[i].cloud->box.center, row[QStringLiteral("centre")].toArray(), 1e-5);
        compareAxes(all[i].cloud->box.size, row[QStringLiteral("size_lwh")].toArray(), 1e-5);
        const double own = all[i].cloud->box.yaw * 180 / std::numbers::pi;
        QVERIFY(std::abs(std::remainder(own - row[QStringLiteral("rotation_deg_xyz")].toArray()[2].toDouble(), 360)) < 1e-3);
    }
    QCOMPARE(m_project->allMedia().front().path, QStringLiteral("000000.bin"));
}

void TestCloudImport::kittiLabelsThatCannotBeReadAreRefused() {
    QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("kitti/label_2/000000.txt")))); // a folder in a file's place
    const auto done = importClouds(*m_project, *cloudFormatNamed("kitti"), m_folder->filePath(QStringLiteral("kitti")).toStdString(), {});
    QVERIFY(!done.ok());
    QVERIFY2(QString::fromStdString(done.error().message).contains(QStringLiteral("000000.txt")), done.error().message.c_str());
}

void TestCloudImport::kittiPicturesAreLinkedWithTheirCamera() {
    const QString root = m_folder->filePath(QStringLiteral("kitti"));
    for (const char* part : {"label_2", "calib", "image_2"}) QVERIFY(QDir().mkpath(root + QLatin1Char('/') + QLatin1String(part)));
    for (const char* file : {"label_2/000000.txt", "calib/000000.txt"})
        QVERIFY(QFile::copy(QString::fromStdString(golden("kitti").string()) + QLatin1Char('/') + QLatin1String(file), root + QLatin1Char('/') + QLatin1String(file)));
    QImage picture(1242, 375, QImage::Format_RGB32);
    picture.fill(Qt::gray);
    QVERIFY(picture.save(root + QStringLiteral("/image_2/000000.png")));
    const ImportCounts counts = import("kitti", root.toStdString());
    QCOMPARE(counts.pictures, 2);
    QCOMPARE(counts.regions, 6); // each in the cloud and in the picture

    const auto all = m_project->allMedia();
    const auto shown = std::ranges::find_if(all, [](const project::Media& media) { return media.kind == project::MediaKind::Image; });
    QVERIFY(shown != all.end());
    const auto link = project::cameraLink(*shown);
    QVERIFY(link.has_value());
    QCOMPARE(m_project->media(link->cloud)->path, QStringLiteral("kitti/000000.bin"));
    for (const project::Region& region : m_project->regionsOf(shown->id)) {
        const auto partner = m_project->region(project::partnerOf(region));
        QVERIFY(partner && project::partnerOf(*partner) == region.id && partner->label == region.label);
        // The corners of the box lie where KITTI says that the picture shows it.
        double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
        const auto corners = geometry::geometricCorners(partner->cloud->box);
        for (std::size_t i = 0; i < 24; i += 3) {
            const auto pixel = geometry::pixelOf(link->camera, {corners[i], corners[i + 1], corners[i + 2]});
            QVERIFY(pixel.has_value());
            left = std::min(left, pixel->x);
            right = std::max(right, pixel->x);
            top = std::min(top, pixel->y);
            bottom = std::max(bottom, pixel->y);
        }
        const geometry::Box2 box = region.box();
        QVERIFY2(std::abs(left - box.x) < 0.05 && std::abs(top - box.y) < 0.05 && std::abs(right - box.x - box.width) < 0.05 && std::abs(bottom - box.y - box.height) < 0.05,
                 qPrintable(QStringLiteral("%1 %2 %3 %4").arg(left).arg(top).arg(right).arg(bottom)));
    }
}

void TestCloudImport::anotherImportBringsNothingNew() {
    import("kitti", golden("kitti"));
    QCOMPARE(m_project->undoName(), QStringLiteral("Import kitti"));
    const ImportCounts again = import("kitti", golden("kitti"));
    QCOMPARE(again.known, 3);
    QCOMPARE(again.regions + again.captions + again.pictures, 0);
    QVERIFY(m_project->undo().ok());
    QVERIFY(m_project->allMedia().empty());
}

void TestCloudImport::readingCanBeStoppedAndTellsHowFarItIs() {
    const CloudFormat& format = *cloudFormatNamed("kitti");
    std::vector<int> told;
    const auto whole = readClouds(format, golden("kitti"), {}, {}, [&](int clouds) { told.push_back(clouds); });
    QVERIFY(whole.ok() && !whole->empty());
    QCOMPARE(told.size(), whole->size());
    QCOMPARE(told.back(), static_cast<int>(whole->size()));
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = readClouds(format, golden("kitti"), {}, stop.get_token());
    QVERIFY(!stopped.ok() && stopped.error().code == ErrorCode::Cancelled);
}

void TestCloudImport::everyFormatIsRecognised() {
    QCOMPARE(cloudFormatOf(golden("scanrefer/ScanRefer_filtered_train.json"))->name, "scanrefer");
    QCOMPARE(cloudFormatOf(golden("cap3d/cap3d.csv"))->name, "cap3d");
    QCOMPARE(cloudFormatOf(golden("cap3d/first_comma.txt"))->name, "cap3d");
    QCOMPARE(cloudFormatOf(golden("labelcloud"))->name, "labelcloud");
    QCOMPARE(cloudFormatOf(golden("kitti"))->name, "kitti");
    for (const char* picture : {"coco/instances.json", "csv/regions.csv", "labelme", "voc", "yolo", "regionblip/regions.json"})
        QVERIFY2(!cloudFormatOf(golden(picture)), picture);
}

void TestCloudImport::wrongFilesAreOneSentence_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("said");
    QTest::newRow("no object") << "labelcloud" << QByteArray("[1,2]") << "must be an object with a list";
    QTest::newRow("a side below zero") << "labelcloud" << QByteArray(R"({"objects":[{"name":"a","centroid":{"x":0,"y":0,"z":0},"dimensions":{"length":-1,"width":1,"height":1}}]})") << "dimensions must be";
    QTest::newRow("seven corners") << "labelcloud" << QByteArray(R"({"objects":[{"name":"a","vertices":[[0,0,0],[0,0,0],[0,0,0],[0,0,0],[0,0,0],[0,0,0],[0,0,0]]}]})") << "eight corners";
    QTest::newRow("no number") << "labelcloud" << QByteArray(R"({"objects":[{"name":"a","centroid":{"x":1e999,"y":0,"z":0}}]})") << "labelCloud file";
    QTest::newRow("a path for a scene") << "scanrefer" << QByteArray(R"([{"scene_id":"../../etc","object_id":"1","description":"a"}])") << "scene_id must be the name";
    QTest::newRow("a caption alone") << "cap3d" << QByteArray("only words\n") << "an id, a comma and a caption";
    QTest::newRow("a path for an id") << "cap3d" << QByteArray("../a,words\n") << "is no id of an object";
}

void TestCloudImport::wrongFilesAreOneSentence() {
    QFETCH(const QString, format);
    QFETCH(const QByteArray, content);
    QFETCH(const QString, said);
    const QString path = m_folder->filePath(QStringLiteral("wrong.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    const auto refused = importClouds(*m_project, *cloudFormatNamed(format.toStdString()), path.toStdString(), {});
    QVERIFY(!refused.ok());
    const QString message = QString::fromStdString(refused.error().message);
    QVERIFY2(message.contains(said) && message.count(QLatin1Char('\n')) == 0, qPrintable(message));
    QVERIFY(m_project->allMedia().empty() && !m_project->canUndo());
}

void TestCloudImport::whatIsExportedComesBack_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("scanrefer") << QStringLiteral("scanrefer") << 1e-9;
    QTest::newRow("labelcloud") << QStringLiteral("labelcloud") << 1e-9;
    QTest::newRow("kitti") << QStringLiteral("kitti") << 1e-4;
}

void TestCloudImport::whatIsExportedComesBack() {
    QFETCH(const QString, format);
    QFETCH(const double, tolerance);
    import("kitti", golden("kitti"));
    const auto before = regions();
    const QString out = m_folder->filePath(QStringLiteral("out.json"));
    QVERIFY(exportClouds(*m_project, *cloudFormatNamed(format.toStdString()), out, {}).ok());
    const QString words = captionOf(before[0]);
    m_project = project::test::mustOpen(project::Project::create(m_folder->filePath(QStringLiteral("b.rbproject"))));
    import(format.toUtf8().constData(), out.toStdString());
    const auto after = regions();
    QCOMPARE(after.size(), before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            QVERIFY(std::abs(after[i].cloud->box.center[axis] - before[i].cloud->box.center[axis]) <= tolerance);
            QVERIFY(std::abs(after[i].cloud->box.size[axis] - before[i].cloud->box.size[axis]) <= tolerance);
        }
        QVERIFY(std::abs(std::remainder(after[i].cloud->box.yaw - before[i].cloud->box.yaw, 2 * std::numbers::pi)) <= tolerance);
        QCOMPARE(after[i].label, before[i].label);
    }
    QCOMPARE(captionOf(after[0]), words);
}

QTEST_GUILESS_MAIN(TestCloudImport)
#include "test_cloud_import.moc"
