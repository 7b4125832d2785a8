#include "tests/core/exchange/sample_project.h"

using namespace rb::formats;
using namespace rb::formats::test;
using namespace rb::project::test;
using rb::project::Edit;
using rb::project::Project;

class TestRegionBlipJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneEntryACaption();
    void acceptedOnlyLeavesDraftsOut();
    void sameFileNamesFallBackToNumbers();
    void boxesReadBackExactly();
    void emptyProjectIsAnEmptyList();
    void previewSaysWhatIsLost();
    void previewEqualsWhatIsWritten_data();
    void previewEqualsWhatIsWritten();
    void projectItselfIsNotOverwritten();
    void fullDiskLeavesTheOldFile();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
    QString m_target;
};

void TestRegionBlipJson::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = sampleProject(m_folder->filePath(QStringLiteral("a.rbproject")));
    QVERIFY(m_project);
    m_target = m_folder->filePath(QStringLiteral("für alle/regions.json"));
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("für alle")));
}

void TestRegionBlipJson::oneEntryACaption() {
    QVERIFY(exportRegionBlip(*m_project, m_target, kWithDrafts).ok());
    const Json expected = Json::parse(R"([
        {"image": "images/größe 1.jpg", "image_id": "größe 1", "bbox": [0.1, 20.25, 30.125, 40.0], "caption": "a lion \"rests\""},
        {"image": "images/größe 1.jpg", "image_id": "größe 1", "bbox": [0.1, 20.25, 30.125, 40.0], "caption": "ein Löwe 🦁"},
        {"image": "images/größe 1.jpg", "image_id": "größe 1", "bbox": [200.0, 20.25, 30.125, 40.0], "caption": "first draft"},
        {"image": "images/second.png", "image_id": "second", "bbox": [5.0, 6.0, 7.0, 8.0], "caption": "only a draft"}])");
    QCOMPARE(jsonOf(m_target).dump(), expected.dump());
    QVERIFY(bytesOf(m_target).contains("\"bbox\":[0.1,20.25,30.125,40.0]"));
}

void TestRegionBlipJson::acceptedOnlyLeavesDraftsOut() {
    QVERIFY(exportRegionBlip(*m_project, m_target, kAccepted).ok());
    const Json list = jsonOf(m_target);
    QCOMPARE(list.size(), std::size_t{2});
    QCOMPARE(list[1]["caption"].get<std::string>(), std::string("ein Löwe 🦁"));
}

void TestRegionBlipJson::sameFileNamesFallBackToNumbers() {
    QVERIFY(m_project->edit(QStringLiteral("Add"), [](Edit& edit) {
        const auto media = edit.insert(picture(QStringLiteral("other/second.jpg")));
        edit.insert(words(media, edit.insert(box(media, 1)), QStringLiteral("another")));
    }).ok());
    QVERIFY(exportRegionBlip(*m_project, m_target, kWithDrafts).ok());
    std::vector<std::string> ids;
    for (const Json& entry : jsonOf(m_target)) ids.push_back(entry["image_id"].get<std::string>());
    QCOMPARE(ids, (std::vector<std::string>{"1", "1", "1", "2", "3"}));
}

void TestRegionBlipJson::boxesReadBackExactly() {
    const double values[] = {0.1, 1.0 / 3, -5e-324, 123456789.12345679, 0.30000000000000004, 1e22};
    QVERIFY(m_project->edit(QStringLiteral("Add"), [&](Edit& edit) {
        const auto media = edit.insert(picture(QStringLiteral("zz.png")));
        for (const double value : values)
            edit.insert(words(media, edit.insert(box(media, value)), QStringLiteral("exact")));
    }).ok());
    QVERIFY(exportRegionBlip(*m_project, m_target, kWithDrafts).ok());
    std::vector<double> read;
    for (const Json& entry : jsonOf(m_target))
        if (entry["caption"] == "exact") read.push_back(entry["bbox"][0].get<double>());
    QVERIFY(std::equal(read.begin(), read.end(), std::begin(values), std::end(values)));
}

void TestRegionBlipJson::emptyProjectIsAnEmptyList() {
    const auto empty = mustOpen(Project::create(m_folder->filePath(QStringLiteral("empty.rbproject"))));
    QVERIFY(empty);
    QVERIFY(exportRegionBlip(*empty, m_target, kWithDrafts).ok());
    QCOMPARE(jsonOf(m_target).dump(), std::string("[]"));
}

void TestRegionBlipJson::previewSaysWhatIsLost() {
    const LossReport report = previewRegionBlip(*m_project, kWithDrafts);
    compareLine(report, "pictures", {2, 0, 0});
    compareLine(report, "regions", {3, 0, 1});
    compareLine(report, "captions", {4, 0, 5});
    compareLine(report, "picture captions", {0, 0, 1});
    compareLine(report, "labels", {0, 0, 3});
    compareLine(report, "splits", {0, 0, 1});
    compareLine(report, "picture folders", {0, 0, 0});
    QVERIFY(lineOf(report, "picture captions").reason.find("whole picture") != std::string::npos);
    const LossReport accepted = previewRegionBlip(*m_project, kAccepted);
    compareLine(accepted, "pictures", {1, 0, 1});
    compareLine(accepted, "regions", {1, 0, 3});
    compareLine(accepted, "captions", {2, 0, 7});
}

void TestRegionBlipJson::previewEqualsWhatIsWritten_data() {
    QTest::addColumn<bool>("drafts");
    QTest::newRow("accepted only") << false;
    QTest::newRow("with drafts") << true;
}

void TestRegionBlipJson::previewEqualsWhatIsWritten() {
    QFETCH(const bool, drafts);
    const ExportOptions options = drafts ? kWithDrafts : kAccepted;
    const LossReport report = previewRegionBlip(*m_project, options);
    QVERIFY(exportRegionBlip(*m_project, m_target, options).ok());
    QSet<QByteArray> images, boxes;
    const Json list = jsonOf(m_target);
    for (const Json& entry : list) {
        images.insert(QByteArray::fromStdString(entry["image"].dump()));
        boxes.insert(QByteArray::fromStdString(entry["image"].dump() + entry["bbox"].dump()));
    }
    QCOMPARE(lineOf(report, "captions").kept, static_cast<int>(list.size()));
    QCOMPARE(lineOf(report, "regions").kept, static_cast<int>(boxes.size()));
    QCOMPARE(lineOf(report, "pictures").kept, static_cast<int>(images.size()));
}

void TestRegionBlipJson::projectItselfIsNotOverwritten() {
    const QByteArray before = dumpOf(m_project->path());
    const rb::Status status = exportRegionBlip(*m_project, m_project->path(), kWithDrafts);
    QVERIFY(!status.ok());
    QVERIFY(status.error().code == rb::ErrorCode::InvalidArgument);
    QCOMPARE(dumpOf(m_project->path()), before);
}

void TestRegionBlipJson::fullDiskLeavesTheOldFile() {
    const SmallDisk disk(256);
    if (!disk.mounted()) QSKIP("mounting needs more rights");
    const QString path = disk.filePath(QStringLiteral("regions.json"));
    QVERIFY(exportRegionBlip(*m_project, path, kAccepted).ok());
    const QByteArray before = bytesOf(path);
    fillUp(disk);
    const QStringList files = QDir(disk.path()).entryList(QDir::Files | QDir::Hidden);
    const rb::Status status = exportRegionBlip(*m_project, path, kWithDrafts);
    QVERIFY(!status.ok());
    QVERIFY(status.error().code == rb::ErrorCode::DiskFull);
    QVERIFY(status.error().message.find("regions.json") != std::string::npos);
    QCOMPARE(bytesOf(path), before);
    QCOMPARE(QDir(disk.path()).entryList(QDir::Files | QDir::Hidden), files);
}

QTEST_GUILESS_MAIN(TestRegionBlipJson)
#include "test_regionblip_json.moc"
