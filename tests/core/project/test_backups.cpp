#include "core/project/backups.h"
#include "tests/core/project/sample_records.h"

#include <QDir>
#include <QTemporaryDir>

#include <thread>

using namespace rb;
using namespace rb::project;
using namespace rb::project::test;

class BackupsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void onlyTheNewestAreKept();
    void nothingNewMakesNoFurtherBackup();
    void aBackupIsMadeWhileTheProjectIsEdited();
    void restoringBringsTheOldStateAndKeepsTheNewOne();
    void anOpenProjectIsNotReplaced();

private:
    Status addPicture(const QString& name) {
        return m_project->edit(QStringLiteral("Add"), [&](Edit& edit) { edit.insert(picture(name)); });
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Project> m_project;
};

void BackupsTest::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("my set.rbproject"));
    m_project = mustOpen(Project::create(m_path));
}

void BackupsTest::onlyTheNewestAreKept() {
    for (int i = 0; i < 6; ++i) {
        QVERIFY(addPicture(QString::number(i)).ok());
        QVERIFY(backUp(m_path, 3).ok());
    }
    const QStringList backups = backupsOf(m_path);
    QCOMPARE(backups.size(), 3);
    QCOMPARE(mustOpen(Project::open(backups[0]))->counts().media, 6);
    QCOMPARE(mustOpen(Project::open(backups[2]))->counts().media, 4);
}

void BackupsTest::nothingNewMakesNoFurtherBackup() {
    QVERIFY(addPicture(QStringLiteral("a")).ok());
    const auto first = backUp(m_path), second = backUp(m_path);
    QVERIFY(first.ok() && second.ok());
    QCOMPARE(*second, *first);
    QVERIFY(m_project->undo().ok());
    QVERIFY(*backUp(m_path) != *first); // an undo is news
}

void BackupsTest::aBackupIsMadeWhileTheProjectIsEdited() {
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

void BackupsTest::restoringBringsTheOldStateAndKeepsTheNewOne() {
    QVERIFY(addPicture(QStringLiteral("a")).ok());
    const auto backup = backUp(m_path);
    QVERIFY(backup.ok());
    QVERIFY(addPicture(QStringLiteral("b")).ok());
    m_project.reset();
    QVERIFY(restoreBackup(*backup, m_path).ok());
    m_project = mustOpen(Project::open(m_path));
    QCOMPARE(m_project->counts().media, 1);
    QVERIFY(m_project->canUndo());
    const QStringList replaced = QDir(m_folder->path()).entryList({QStringLiteral("my set.replaced-*.rbproject")});
    QCOMPARE(replaced.size(), 1);
    QCOMPARE(mustOpen(Project::open(m_folder->filePath(replaced.front())))->counts().media, 2);
}

void BackupsTest::anOpenProjectIsNotReplaced() {
    QVERIFY(addPicture(QStringLiteral("a")).ok());
    const auto backup = backUp(m_path);
    QVERIFY(addPicture(QStringLiteral("b")).ok());
    const Status refused = restoreBackup(*backup, m_path);
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().code == ErrorCode::Locked);
    QCOMPARE(m_project->counts().media, 2);
}

QTEST_GUILESS_MAIN(BackupsTest)
#include "test_backups.moc"
