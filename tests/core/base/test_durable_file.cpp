#include "core/base/durable_file.h"
#include "core/base/sha256.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace rb;

class DurableFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replacesTheWholeFile();
    void aFailingFillLeavesTheOldFileAndNothingElse();
    void aFolderThatIsNotThereIsOneSentence();
    void aFileBeyondTheLimitIsNotRead();
    void checksumIsSha256();

private:
    static std::filesystem::path in(const QTemporaryDir& folder) { return folder.filePath(QStringLiteral("file")).toStdString(); }
};

void DurableFileTest::replacesTheWholeFile() {
    const QTemporaryDir folder;
    QVERIFY(replaceFile(in(folder), "a long first content").ok());
    QVERIFY(replaceFile(in(folder), "second").ok());
    QCOMPARE(*readFile(in(folder), 100), std::string("second"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void DurableFileTest::aFailingFillLeavesTheOldFileAndNothingElse() {
    const QTemporaryDir folder;
    QVERIFY(replaceFile(in(folder), "good").ok());
    const Status status = replaceFile(in(folder), [](FileSink& sink) -> Status {
        if (Status written = sink.write("half of it"); !written.ok()) return written;
        return Error{ErrorCode::Cancelled, "Stopped."};
    });
    QVERIFY(!status.ok());
    QCOMPARE(*readFile(in(folder), 100), std::string("good"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void DurableFileTest::aFolderThatIsNotThereIsOneSentence() {
    const Status status = replaceFile("/nowhere/at/all", "x");
    QVERIFY(!status.ok());
    QVERIFY(status.error().message.find("/nowhere/at/all") != std::string::npos);
}

void DurableFileTest::aFileBeyondTheLimitIsNotRead() {
    const QTemporaryDir folder;
    QVERIFY(replaceFile(in(folder), "12345").ok());
    QVERIFY(readFile(in(folder), 5).ok());
    QVERIFY(readFile(in(folder), 4).error().code == ErrorCode::TooLarge);
}

void DurableFileTest::checksumIsSha256() {
    const QTemporaryDir folder;
    QVERIFY(replaceFile(in(folder), "abc").ok());
    // The example of FIPS 180-2, appendix B.1.
    QCOMPARE(*sha256OfFile(in(folder)), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

QTEST_GUILESS_MAIN(DurableFileTest)
#include "test_durable_file.moc"
