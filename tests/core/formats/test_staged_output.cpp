#include "core/formats/safe_path.h"
#include "core/formats/staged_output.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rb;
using namespace rb::formats;

class StagedOutputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesGetTheirNamesTogether();
    void withoutCommitNothingStays();
    void aFailureKeepsOldFiles();
    void twoFilesOfOneNameAreRefused();
    void pathsThatLeaveTheFolderAreRefused_data();
    void pathsThatLeaveTheFolderAreRefused();
};

static QStringList filesIn(const QTemporaryDir& folder) { return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot); }

void StagedOutputTest::filesGetTheirNamesTogether() {
    const QTemporaryDir folder;
    StagedOutput output(folder.path().toStdString(), "x");
    QVERIFY(output.file("a.txt", "one").ok() && output.file("deep/er/b.txt", "two").ok());
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("a.txt"))));
    QVERIFY(output.commit().ok());
    QFile b(folder.filePath(QStringLiteral("deep/er/b.txt")));
    QVERIFY(b.open(QIODevice::ReadOnly));
    QCOMPARE(b.readAll(), QByteArray("two"));
    QCOMPARE(filesIn(folder), (QStringList{QStringLiteral("a.txt"), QStringLiteral("deep")}));
}

void StagedOutputTest::withoutCommitNothingStays() {
    const QTemporaryDir folder;
    {
        StagedOutput output(folder.path().toStdString(), "x");
        QVERIFY(output.file("a.txt", "one").ok() && output.file("deep/b.txt", "two").ok());
    }
    QVERIFY(filesIn(folder).isEmpty());
}

void StagedOutputTest::aFailureKeepsOldFiles() {
    const QTemporaryDir folder;
    QFile old(folder.filePath(QStringLiteral("a.txt")));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    {
        StagedOutput output(folder.path().toStdString(), "x");
        QVERIFY(output.file("a.txt", "new").ok());
        QVERIFY(!output.file("b.txt", [](FileSink&) { return Status(Error{ErrorCode::DiskFull, "full"}); }).ok());
    }
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
    QCOMPARE(filesIn(folder).size(), 1);
}

void StagedOutputTest::twoFilesOfOneNameAreRefused() {
    const QTemporaryDir folder;
    StagedOutput output(folder.path().toStdString(), "x");
    QVERIFY(output.file("a.txt", "one").ok());
    QVERIFY(!output.file("./a.txt", "two").ok());
}

void StagedOutputTest::pathsThatLeaveTheFolderAreRefused_data() {
    QTest::addColumn<std::string>("path");
    for (const char* path : {"../a", "a/../../b", "/etc/passwd", "C:\\x", "..\\..\\x", "", "a/..", "./"}) QTest::newRow(path) << std::string(path);
    QTest::newRow("zero byte") << std::string("a\0b", 3);
}

void StagedOutputTest::pathsThatLeaveTheFolderAreRefused() {
    QFETCH(const std::string, path);
    const auto refused = safeRelativePath(path, "list.json, image 3");
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().message.starts_with("list.json, image 3: "));
    QCOMPARE(*safeRelativePath("a\\b//./c.jpg", ""), std::string("a/b/c.jpg"));
}

QTEST_GUILESS_MAIN(StagedOutputTest)
#include "test_staged_output.moc"
