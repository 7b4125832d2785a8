#include "tests/core/exchange/sample_project.h"

using namespace rb::formats;
using namespace rb::formats::test;
using namespace rb::project::test;
using rb::project::Edit;
using rb::project::Project;

class TestCocoJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void instancesHoldEveryRegion();
    void twinHoldsACaptionAnEntry();
    void boxesOfTheSamePixelsShareAnImageOfTheTwin();
    void previewSaysWhatIsLost();
    void previewEqualsWhatIsWritten_data();
    void previewEqualsWhatIsWritten();
    void fullDiskLeavesBothOldFiles_data();
    void fullDiskLeavesBothOldFiles();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
    QString m_target;
    QString m_twin;
};

void TestCocoJson::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = sampleProject(m_folder->filePath(QStringLiteral("a.rbproject")));
    QVERIFY(m_project);
    m_target = m_folder->filePath(QStringLiteral("my set.v1.json"));
    m_twin = m_folder->filePath(QStringLiteral("my set.v1_captions.json"));
}

void TestCocoJson::instancesHoldEveryRegion() {
    QVERIFY(exportCoco(*m_project, m_target, kWithDrafts).ok());
    const Json expected = Json::parse(R"({"info": {}, "licenses": [], "images": [
        {"id": 1, "width": 640, "height": 480, "file_name": "images/größe 1.jpg"},
        {"id": 2, "width": 640, "height": 480, "file_name": "images/second.png"}],
      "annotations": [
        {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0.1, 20.25, 30.125, 40.0], "area": 1205.0, "segmentation": [],
         "iscrowd": 0, "caption": "a lion \"rests\"", "captions": ["a lion \"rests\"", "ein Löwe 🦁"]},
        {"id": 2, "image_id": 1, "category_id": 2, "bbox": [200.0, 20.25, 30.125, 40.0], "area": 1205.0, "segmentation": [],
         "iscrowd": 0, "caption": "first draft", "captions": ["first draft"]},
        {"id": 3, "image_id": 1, "category_id": 3, "bbox": [300.0, 20.25, 30.125, 40.0], "area": 1205.0, "segmentation": [],
         "iscrowd": 0, "caption": "", "captions": []},
        {"id": 4, "image_id": 2, "category_id": 1, "bbox": [5.0, 6.0, 7.0, 8.0], "area": 56.0, "segmentation": [],
         "iscrowd": 0, "caption": "only a draft", "captions": ["only a draft"]}],
      "categories": [
        {"id": 1, "name": "lion", "supercategory": ""},
        {"id": 2, "name": "region", "supercategory": ""},
        {"id": 3, "name": "tree", "supercategory": ""}]})");
    QCOMPARE(jsonOf(m_target).dump(), expected.dump());
}

void TestCocoJson::twinHoldsACaptionAnEntry() {
    QVERIFY(exportCoco(*m_project, m_target, kWithDrafts).ok());
    const Json expected = Json::parse(R"({"info": {}, "licenses": [], "images": [
        {"id": 1, "width": 640, "height": 480, "file_name": "images/größe 1.jpg"},
        {"id": "1_box_0_20_30_40", "width": 640, "height": 480, "file_name": "images/größe 1.jpg"},
        {"id": "1_box_200_20_30_40", "width": 640, "height": 480, "file_name": "images/größe 1.jpg"},
        {"id": "2_box_5_6_7_8", "width": 640, "height": 480, "file_name": "images/second.png"}],
      "annotations": [
        {"id": 1, "image_id": 1, "caption": "the savanna"},
        {"id": 2, "image_id": "1_box_0_20_30_40", "caption": "a lion \"rests\""},
        {"id": 3, "image_id": "1_box_0_20_30_40", "caption": "ein Löwe 🦁"},
        {"id": 4, "image_id": "1_box_200_20_30_40", "caption": "first draft"},
        {"id": 5, "image_id": "2_box_5_6_7_8", "caption": "only a draft"}]})");
    QCOMPARE(jsonOf(m_twin).dump(), expected.dump());
}

void TestCocoJson::boxesOfTheSamePixelsShareAnImageOfTheTwin() {
    QVERIFY(m_project->edit(QStringLiteral("Add"), [](Edit& edit) {
        const auto media = edit.insert(picture(QStringLiteral("zz.png")));
        for (const double x : {9.25, 9.75, -0.5})
            edit.insert(words(media, edit.insert(box(media, x)), QStringLiteral("at %1").arg(x)));
    }).ok());
    QVERIFY(exportCoco(*m_project, m_target, kWithDrafts).ok());
    const Json twin = jsonOf(m_twin);
    QStringList images, annotations;
    for (const Json& image : twin["images"])
        if (image["file_name"] == "zz.png") images << QString::fromStdString(image["id"].get<std::string>());
    for (const Json& each : twin["annotations"])
        if (each["image_id"] == "3_box_9_20_30_40") annotations << QString::fromStdString(each["caption"].get<std::string>());
    QCOMPARE(images, (QStringList{QStringLiteral("3_box_9_20_30_40"), QStringLiteral("3_box_0_20_30_40")}));
    QCOMPARE(annotations, (QStringList{QStringLiteral("at 9.25"), QStringLiteral("at 9.75")}));
}

void TestCocoJson::previewSaysWhatIsLost() {
    const LossReport report = previewCoco(*m_project, kWithDrafts);
    compareLine(report, "pictures", {2, 0, 0});
    compareLine(report, "regions", {2, 2, 0});
    compareLine(report, "captions", {4, 0, 5});
    compareLine(report, "labels", {3, 1, 0});
    compareLine(report, "picture captions", {1, 0, 0});
    compareLine(report, "splits", {0, 0, 1});
    compareLine(report, "hidden or locked marks", {0, 0, 0});
}

void TestCocoJson::previewEqualsWhatIsWritten_data() {
    QTest::addColumn<bool>("drafts");
    QTest::newRow("accepted only") << false;
    QTest::newRow("with drafts") << true;
}

void TestCocoJson::previewEqualsWhatIsWritten() {
    QFETCH(const bool, drafts);
    const ExportOptions options = drafts ? kWithDrafts : kAccepted;
    const LossReport report = previewCoco(*m_project, options);
    QVERIFY(exportCoco(*m_project, m_target, options).ok());
    const Json main = jsonOf(m_target);
    const Json twin = jsonOf(m_twin);
    std::size_t captions = 0;
    int unnamed = 0;
    for (const Json& each : main["annotations"]) {
        captions += each["captions"].size();
        unnamed += each["category_id"] == 2;
    }
    const auto kept = [&](const char* what) { return static_cast<std::size_t>(lineOf(report, what).kept); };
    const auto changed = [&](const char* what) { return static_cast<std::size_t>(lineOf(report, what).changed); };
    QCOMPARE(kept("pictures"), main["images"].size());
    QCOMPARE(kept("regions") + changed("regions"), main["annotations"].size());
    QCOMPARE(kept("captions"), captions);
    QCOMPARE(lineOf(report, "labels").changed, unnamed);
    QCOMPARE(kept("captions") + kept("picture captions"), twin["annotations"].size());
}

void TestCocoJson::fullDiskLeavesBothOldFiles_data() {
    QTest::addColumn<int>("spare");
    QTest::newRow("no room at all") << 0;
    QTest::newRow("room for the first file only") << 1;
}

void TestCocoJson::fullDiskLeavesBothOldFiles() {
    QFETCH(const int, spare);
    const SmallDisk disk(256);
    if (!disk.mounted()) QSKIP("mounting needs more rights");
    const QString path = disk.filePath(QStringLiteral("set.json"));
    const QString twin = disk.filePath(QStringLiteral("set_captions.json"));
    QVERIFY(exportCoco(*m_project, path, kAccepted).ok());
    const QByteArray before = bytesOf(path);
    const QByteArray twinBefore = bytesOf(twin);
    QFile room(disk.filePath(QStringLiteral("room")));
    QVERIFY(room.open(QIODevice::WriteOnly));
    room.write(QByteArray(4096 * spare, 'x'));
    room.close();
    fillUp(disk);
    QVERIFY(room.remove());
    const QStringList files = QDir(disk.path()).entryList(QDir::Files | QDir::Hidden);
    const rb::Status status = exportCoco(*m_project, path, kWithDrafts);
    QVERIFY(!status.ok());
    QVERIFY(status.error().code == rb::ErrorCode::DiskFull);
    QVERIFY(status.error().message.find(spare ? "set_captions.json" : "set.json") != std::string::npos);
    QCOMPARE(bytesOf(path), before);
    QCOMPARE(bytesOf(twin), twinBefore);
    QCOMPARE(QDir(disk.path()).entryList(QDir::Files | QDir::Hidden), files);
}

QTEST_GUILESS_MAIN(TestCocoJson)
#include "test_coco_json.moc"
