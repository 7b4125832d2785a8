#include "core/project/copies.h"
#include "tests/core/project/sample_records.h"
#include "tests/core/project/small_disk.h"

#include <QDir>

using namespace rb::project;
using namespace rb::project::test;

class TestFullDisk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void editThatDoesNotFitLeavesTheFormerState();
    void creationThatDoesNotFitLeavesNoFile();
    void snapshotThatDoesNotFitLeavesNoFile();
};

static rb::Status addCaptions(Project& project, Id media, int count) {
    return project.edit(QStringLiteral("Caption"), [&](Edit& edit) {
        for (int i = 0; i < count; ++i) edit.insert(words(media, 0, QString(500, QLatin1Char('x'))));
    });
}

void TestFullDisk::editThatDoesNotFitLeavesTheFormerState() {
    const SmallDisk disk(256);
    if (!disk.mounted()) QSKIP("mounting needs more rights");
    const QString path = disk.filePath(QStringLiteral("a.rbproject"));
    auto project = mustOpen(Project::create(path));
    QVERIFY(project);
    Id media = 0;
    QVERIFY(project->edit(QStringLiteral("Add"), [&](Edit& edit) { media = edit.insert(picture(QStringLiteral("a.png"))); }).ok());
    int changes = 0;
    connect(project.get(), &Project::changed, this, [&] { ++changes; });
    QByteArray before;
    rb::Status status;
    int done = -1;
    do {
        before = dumpOf(path);
        ++done;
        status = addCaptions(*project, media, 10);
    } while (status.ok() && done < 1000);
    QVERIFY(done > 0 && done < 1000);
    QVERIFY(status.error().code == rb::ErrorCode::DiskFull);
    QVERIFY(status.error().message.find("a.rbproject") != std::string::npos);
    QCOMPARE(changes, done);
    QCOMPARE(project->captionsOf(media).size(), std::size_t(done) * 10);
    QCOMPARE(dumpOf(path), before);
    project.reset();
    project = mustOpen(Project::open(path));
    QVERIFY(project);
    QCOMPARE(dumpOf(path), before);
    QCOMPARE(journalLength(path), qint64{1} + done);
}

void TestFullDisk::creationThatDoesNotFitLeavesNoFile() {
    const SmallDisk disk(16);
    if (!disk.mounted()) QSKIP("mounting needs more rights");
    const auto project = Project::create(disk.filePath(QStringLiteral("a.rbproject")));
    QVERIFY(!project.ok());
    QVERIFY(project.error().code == rb::ErrorCode::DiskFull);
    QVERIFY(QDir(disk.path()).isEmpty(QDir::Files | QDir::Hidden));
}

void TestFullDisk::snapshotThatDoesNotFitLeavesNoFile() {
    const SmallDisk disk(256);
    if (!disk.mounted()) QSKIP("mounting needs more rights");
    const QString path = disk.filePath(QStringLiteral("a.rbproject"));
    const auto project = mustOpen(Project::create(path));
    QVERIFY(project);
    Id media = 0;
    QVERIFY(project->edit(QStringLiteral("Add"), [&](Edit& edit) { media = edit.insert(picture(QStringLiteral("a.png"))); }).ok());
    QFile filler(disk.filePath(QStringLiteral("filler")));
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4096, 'x')) == 4096) {
    }
    filler.close();
    const QStringList before = QDir(disk.path()).entryList(QDir::Files | QDir::Hidden);
    const auto snapshot = takeSnapshot(project->path());
    QVERIFY(!snapshot.ok());
    QVERIFY(snapshot.error().code == rb::ErrorCode::DiskFull);
    QCOMPARE(QDir(disk.path()).entryList(QDir::Files | QDir::Hidden), before);
    QVERIFY(QFile::remove(filler.fileName()));
    QVERIFY(takeSnapshot(project->path()).ok());
}

QTEST_GUILESS_MAIN(TestFullDisk)
#include "test_full_disk.moc"
