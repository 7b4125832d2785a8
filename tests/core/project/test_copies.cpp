#include "core/project/copies.h"
#include "tests/core/project/sample_records.h"

#include <QDir>
#include <QTemporaryDir>

#include <map>
#include <thread>

using namespace rb;
using namespace rb::project;
using namespace rb::project::test;

class CopiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void onlyTheNewestAreKept();
    void nothingNewMakesNoFurtherBackup();
    void aBackupIsMadeWhileTheProjectIsEdited();
    void restoringBringsTheOldStateAndKeepsTheNewOne();
    void anOpenProjectIsNotReplaced();
    void copiesOfEachKindAreTold();
    void anotherProjectsFilesAreNoCopies();
    void aCopyThatIsStoppedLeavesNothing();

private:
    Status addPicture(const QString& name) {
        return m_project->edit(QStringLiteral("Add"), [&](Edit& edit) { edit.insert(picture(name)); });
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Project> m_project;
};

void CopiesTest::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("my set.rbproject"));
    m_project = mustOpen(Project::create(m_path));
}

void CopiesTest::onlyTheNewestAreKept() {
    for (int i = 0; i < 6; ++i) {
        QVERIFY(addPicture(QString::number(i)).ok());
        QVERIFY(backUp(m_path, 3).ok());
    }
    const QStringList backups = backupsOf(m_path);
    QCOMPARE(backups.size(), 3);
    QCOMPARE(mustOpen(Project::open(backups[0]))->counts().media, 6);
    QCOMPARE(mustOpen(Project::open(backups[2]))->counts().media, 4);
}

void CopiesTest::nothingNewMakesNoFurtherBackup() {
    QVERIFY(addPicture(QStringLiteral("a")).ok());
    const auto first = backUp(m_path), second = backUp(m_path);
    QVERIFY(first.ok() && second.ok());
    QCOMPARE(*second, *first);
    QVERIFY(m_project->undo().ok());
    QVERIFY(*backUp(m_path) != *first); // an undo is news
}

void CopiesTest::aBackupIsMadeWhileTheProjectIsEdited() {
    Status made;
    std::thread other([&] {
        for (int i = 0; i < 10 && made.ok(); ++i)
            if (const auto backup = backUp(m_path, 2); !backup.ok()) made = backup.error();
    });
    for (int i = 0; i < 40; ++i) QVERIFY(addPicture(QString::number(i)).ok());
    other.join();
    QVERIFY2(made.ok(), made.ok() ? "" : made.error().message.c_str());
    QCOMPARE(m_project->counts().media, 40);
}

void CopiesTest::restoringBringsTheOldStateAndKeepsTheNewOne() {
    QVERIFY(addPicture(QStringLiteral("a")).ok());
    const auto backup = backUp(m_path);
    QVERIFY(backup.ok());
    QVERIFY(addPicture(QStringLiteral("b")).ok());
    m_project.reset();
    QVERIFY(restoreCopy(*backup, m_path).ok());
    m_project = mustOpen(Project::open(m_path));
    QCOMPARE(m_project->counts().media, 1);
    QVERIFY(m_project->canUndo());
    const QStringList replaced = QDir(m_folder->path()).entryList({QStringLiteral("my set.replaced-*.rbproject")});
    QCOMPARE(replaced.size(), 1);
    QCOMPARE(mustOpen(Project::open(m_folder->filePath(replaced.front())))->counts().media, 2);
}

void CopiesTest::anOpenProjectIsNotReplaced() {
    QVERIFY(addPicture(QStringLiteral("a")).ok());
    const auto backup = backUp(m_path);
    QVERIFY(addPicture(QStringLiteral("b")).ok());
    const Status refused = restoreCopy(*backup, m_path);
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().code == ErrorCode::Locked);
    QCOMPARE(m_project->counts().media, 2);
}

void CopiesTest::copiesOfEachKindAreTold() {
    QVERIFY(addPicture(QStringLiteral("a")).ok());
    const auto named = takeSnapshot(m_path, QStringLiteral("vor / dem\tUmbau "));
    QVERIFY(named.ok() && backUp(m_path).ok());
    QVERIFY(addPicture(QStringLiteral("b")).ok());
    QVERIFY(takeSnapshot(m_path).ok());
    m_project.reset();
    QVERIFY(restoreCopy(*named, m_path).ok());
    std::map<ProjectCopy::Kind, int> kinds;
    QStringList names;
    for (const ProjectCopy& copy : copiesOf(m_path)) {
        ++kinds[copy.kind];
        names << copy.name;
        QVERIFY(copy.bytes > 0 && copy.time.isValid() && copy.time.secsTo(QDateTime::currentDateTime()) < 60);
    }
    QCOMPARE(kinds[ProjectCopy::Kind::Snapshot], 2);
    QCOMPARE(kinds[ProjectCopy::Kind::Backup], 1);
    QCOMPARE(kinds[ProjectCopy::Kind::Replaced], 1);
    QVERIFY(names.contains(QStringLiteral("vor - dem-Umbau")));
}

void CopiesTest::anotherProjectsFilesAreNoCopies() {
    for (const char* name : {"my set two.rbproject", "my set.old.rbproject", "my set.20260101.rbproject", "my set.rbproject.bak"}) {
        QFile file(m_folder->filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QVERIFY(copiesOf(m_path).empty());
}

void CopiesTest::aCopyThatIsStoppedLeavesNothing() {
    QVERIFY(m_project->edit(QStringLiteral("Add"), [](Edit& edit) {
        for (int i = 0; i < 3000; ++i) edit.insert(picture(QString::number(i)));
    }).ok());
    std::stop_source stop;
    stop.request_stop();
    const QStringList before = QDir(m_folder->path()).entryList(QDir::Files);
    QVERIFY(!takeSnapshot(m_path, QStringLiteral("never"), stop.get_token()).ok());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), before);
}

QTEST_GUILESS_MAIN(CopiesTest)
#include "test_copies.moc"
