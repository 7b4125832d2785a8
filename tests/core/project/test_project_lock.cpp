#include "core/project/copies.h"
#include "tests/core/project/sample_records.h"

#include <QFile>
#include <QProcess>
#include <QSysInfo>
#include <QTemporaryDir>

using namespace rb::project;
using namespace rb::project::test;

class TestProjectLock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void secondOpenerReadsButCannotWrite();
    void closingGivesTheLockBack();
    void staleLockIsTakenOver_data();
    void staleLockIsTakenOver();
    void lockOfAnotherMachineIsRespected();

private:
    void writeLock(const QStringList& lines) const;
    QString lockPath() const { return m_path + QStringLiteral(".lock"); }
    QStringList currentLock() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestProjectLock::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("a.rbproject"));
    QVERIFY(mustOpen(Project::create(m_path)));
}

void TestProjectLock::writeLock(const QStringList& lines) const {
    QFile file(lockPath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(lines.join(QLatin1Char('\n')).toUtf8() + '\n');
}

QStringList TestProjectLock::currentLock() const {
    const auto project = mustOpen(Project::open(m_path));
    QFile file(lockPath());
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(QLatin1Char('\n')) : QStringList();
}

void TestProjectLock::secondOpenerReadsButCannotWrite() {
    const auto writer = mustOpen(Project::open(m_path));
    QVERIFY(writer);
    QVERIFY(writer->edit(QStringLiteral("Add"), [](Edit& edit) { edit.insert(picture(QStringLiteral("a.png"))); }).ok());
    const QByteArray before = dumpOf(m_path);
    const auto reader = mustOpen(Project::open(m_path));
    QVERIFY(reader);
    QCOMPARE(reader->access(), Project::Access::ReadOnly);
    QVERIFY(reader->lockHolder().contains(QString::number(QCoreApplication::applicationPid())));
    QVERIFY(reader->lockHolder().contains(QSysInfo::machineHostName()));
    QCOMPARE(reader->allMedia().size(), std::size_t{1});
    QVERIFY(!reader->canUndo());
    const auto addOne = [](Edit& edit) { edit.insert(picture(QStringLiteral("b.png"))); };
    for (const rb::Status& status : {reader->edit(QStringLiteral("Add"), addOne), reader->undo(), reader->redo(),
                                     reader->setSetting(QStringLiteral("a"), QStringLiteral("b"))}) {
        QVERIFY(!status.ok());
        QVERIFY(status.error().code == rb::ErrorCode::Locked);
        QVERIFY(status.error().message.find(reader->lockHolder().toStdString()) != std::string::npos);
    }
    QCOMPARE(dumpOf(m_path), before);
    QVERIFY(writer->edit(QStringLiteral("Add"), addOne).ok());
    QCOMPARE(reader->allMedia().size(), std::size_t{2});
    const auto snapshot = takeSnapshot(m_path);
    QVERIFY2(snapshot.ok(), snapshot.ok() ? "" : snapshot.error().message.c_str());
    QCOMPARE(dumpOf(*snapshot), dumpOf(m_path));
}

void TestProjectLock::closingGivesTheLockBack() {
    auto writer = mustOpen(Project::open(m_path));
    auto reader = mustOpen(Project::open(m_path));
    QVERIFY(writer && reader);
    reader.reset();
    QVERIFY(QFile::exists(lockPath()));
    writer.reset();
    QVERIFY(!QFile::exists(lockPath()));
    QCOMPARE(mustOpen(Project::open(m_path))->access(), Project::Access::ReadWrite);
}

void TestProjectLock::staleLockIsTakenOver_data() {
    QTest::addColumn<int>("line");
    QTest::newRow("the process is gone") << 1;
    QTest::newRow("its number went to a later process") << 2;
    QTest::newRow("the machine was started again") << 3;
}

void TestProjectLock::staleLockIsTakenOver() {
    QFETCH(const int, line);
    QProcess gone;
    gone.start(QStringLiteral("true"), {});
    QVERIFY(gone.waitForStarted());
    const QString goneProcess = QString::number(gone.processId());
    QVERIFY(gone.waitForFinished());
    QStringList lines = currentLock();
    QVERIFY(lines.size() >= 4);
    lines[line] = line == 1 ? goneProcess : QStringLiteral("12");
    writeLock(lines);
    const auto project = mustOpen(Project::open(m_path));
    QVERIFY(project);
    QCOMPARE(project->access(), Project::Access::ReadWrite);
    QCOMPARE(mustOpen(Project::open(m_path))->access(), Project::Access::ReadOnly);
}

void TestProjectLock::lockOfAnotherMachineIsRespected() {
    writeLock({QStringLiteral("elsewhere"), QStringLiteral("4711"), QStringLiteral("1"), QStringLiteral("boot")});
    const auto project = mustOpen(Project::open(m_path));
    QVERIFY(project);
    QCOMPARE(project->access(), Project::Access::ReadOnly);
    QCOMPARE(project->lockHolder(), QStringLiteral("process 4711 on elsewhere"));
}

QTEST_GUILESS_MAIN(TestProjectLock)
#include "test_project_lock.moc"
