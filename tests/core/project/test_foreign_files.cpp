#include "tests/core/project/sample_records.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <map>

using namespace rb::project;
using namespace rb::project::test;

/// Every file of a folder with its content.
static std::map<QString, QByteArray> filesOf(const QString& folder) {
    std::map<QString, QByteArray> files;
    for (const QFileInfo& info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly)) files[info.fileName()] = file.readAll();
    }
    return files;
}

static void writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

static QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class TestForeignFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusedFilesStayAsTheyWere_data();
    void refusedFilesStayAsTheyWere();
    void foreignDatabaseWithAWriteAheadLogStaysAsItWas();
    void damagedProjectKeepsItsWriteAheadLog();
    void aFolderIsRefused();
};

/// A project with some pages of content.
static void makeProject(const QString& path) {
    const auto project = mustOpen(Project::create(path));
    QVERIFY(project);
    QVERIFY(project->edit(QStringLiteral("Fill"), [](Edit& edit) {
        const Id media = edit.insert(picture(QStringLiteral("a.png")));
        for (int i = 0; i < 500; ++i) edit.insert(words(media, edit.insert(box(media, i)), QStringLiteral("caption %1").arg(i)));
    }).ok());
}

static void execute(const QString& path, const char* sql) {
    auto database = Database::open(path, true);
    QVERIFY(database.ok());
    const rb::Status status = (*database)->execute(sql);
    QVERIFY2(status.ok(), status.ok() ? "" : status.error().message.c_str());
}

void TestForeignFiles::refusedFilesStayAsTheyWere_data() {
    QTest::addColumn<std::function<void(const QString&)>>("make");
    QTest::addColumn<rb::ErrorCode>("code");
    const auto row = [](const char* name, std::function<void(const QString&)> make, rb::ErrorCode code = rb::ErrorCode::FileInvalid) {
        QTest::newRow(name) << std::move(make) << code;
    };
    row("text", [](const QString& path) { writeFile(path, QByteArray("just words\n").repeated(300)); });
    row("empty", [](const QString& path) { writeFile(path, {}); });
    row("other database", [](const QString& path) { execute(path, "CREATE TABLE a(b); INSERT INTO a VALUES(1)"); });
    row("truncated to a page", [](const QString& path) {
        makeProject(path);
        writeFile(path, bytesOf(path).left(4096));
    });
    row("truncated in a page", [](const QString& path) {
        makeProject(path);
        writeFile(path, bytesOf(path).left(30001));
    });
    row("truncated in the header", [](const QString& path) {
        makeProject(path);
        writeFile(path, bytesOf(path).left(80));
    });
    row("overwritten in the middle", [](const QString& path) {
        makeProject(path);
        QByteArray bytes = bytesOf(path);
        writeFile(path, bytes.replace(bytes.size() / 2, 8192, QByteArray(8192, '\xff')));
    });
    row("trigger", [](const QString& path) {
        makeProject(path);
        execute(path, "CREATE TRIGGER t AFTER INSERT ON media BEGIN DELETE FROM region; END");
    });
    row("view", [](const QString& path) {
        makeProject(path);
        execute(path, "ALTER TABLE setting RENAME TO s; CREATE VIEW setting AS SELECT * FROM s");
    });
    row("missing table", [](const QString& path) {
        makeProject(path);
        execute(path, "DROP TABLE caption");
    });
    row("newer", [](const QString& path) {
        makeProject(path);
        execute(path, "PRAGMA user_version=99");
    }, rb::ErrorCode::Unsupported);
}

void TestForeignFiles::refusedFilesStayAsTheyWere() {
    QFETCH(const std::function<void(const QString&)>, make);
    QFETCH(const rb::ErrorCode, code);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.rbproject"));
    make(path);
    const auto before = filesOf(folder.path());
    const auto project = Project::open(path);
    QVERIFY(!project.ok());
    QVERIFY(project.error().code == code);
    QVERIFY(project.error().message.find("a.rbproject") != std::string::npos);
    QVERIFY(filesOf(folder.path()) == before);
}

void TestForeignFiles::foreignDatabaseWithAWriteAheadLogStaysAsItWas() {
    const QTemporaryDir source;
    const QTemporaryDir folder;
    const QString open = source.filePath(QStringLiteral("open.db"));
    auto database = Database::open(open, true);
    QVERIFY(database.ok());
    QVERIFY((*database)->execute("PRAGMA journal_mode=WAL; CREATE TABLE a(b); INSERT INTO a VALUES(1)").ok());
    const QString path = folder.filePath(QStringLiteral("copy.db"));
    QVERIFY(QFile::copy(open, path));
    QVERIFY(QFile::copy(open + QStringLiteral("-wal"), path + QStringLiteral("-wal")));
    const auto before = filesOf(folder.path());
    QVERIFY(!Project::open(path).ok());
    QVERIFY(filesOf(folder.path()) == before);
}

void TestForeignFiles::damagedProjectKeepsItsWriteAheadLog() {
    const QTemporaryDir source;
    const QTemporaryDir folder;
    const QString open = source.filePath(QStringLiteral("a.rbproject"));
    makeProject(open);
    const auto project = mustOpen(Project::open(open));
    QVERIFY(project);
    QVERIFY(project->edit(QStringLiteral("Add"), [](Edit& edit) { edit.insert(picture(QStringLiteral("b.png"))); }).ok());
    const QString path = folder.filePath(QStringLiteral("copy.rbproject"));
    QByteArray bytes = bytesOf(open);
    writeFile(path, bytes.replace(bytes.size() / 2, 8192, QByteArray(8192, '\xff')));
    QVERIFY(QFile::copy(open + QStringLiteral("-wal"), path + QStringLiteral("-wal")));
    const auto before = filesOf(folder.path());
    QVERIFY(!Project::open(path).ok());
    auto after = filesOf(folder.path());
    after.erase(QStringLiteral("copy.rbproject-shm")); // SQLite's index of the log, made anew whenever it is opened
    QVERIFY(after == before);
}

void TestForeignFiles::aFolderIsRefused() {
    const QTemporaryDir folder;
    QVERIFY(!Project::open(folder.path()).ok());
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestForeignFiles)
#include "test_foreign_files.moc"
