#include "tests/core/project/sample_records.h"

#include <QDir>
#include <QTemporaryDir>

using namespace rb;
using namespace rb::project;
using namespace rb::project::test;

/// Project files of older versions (tests/data/project).
class MigrationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everythingIsKept();
    void theOldFileStaysAsABackup();
    void editsOfTheOldVersionCanBeUndone();
    void wordsOfOldCaptionsAreFound();
    void aSecondOpenerOfAnOldFileIsTold();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void MigrationTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("old.rbproject"));
    QVERIFY(QFile::copy(QStringLiteral(RB_TEST_DATA "/project/version1.rbproject"), m_file));
}

void MigrationTest::everythingIsKept() {
    const auto project = mustOpen(Project::open(m_file));
    QVERIFY(project);
    const Project::Counts counts = project->counts();
    QCOMPARE(counts.media, 16);
    QCOMPARE(counts.regions, 39);
    QCOMPARE(counts.accepted, 51);
    const Media first = project->allMedia().front();
    QCOMPARE(first.path, QStringLiteral("scene00.jpg"));
    QVERIFY(first.kind == MediaKind::Image && first.width > 0);
    const Region region = project->regionsOf(first.id).front();
    QVERIFY(region.shape.kind == geometry::Shape2::Kind::Box && region.box().width > 0 && !region.score);
}

void MigrationTest::theOldFileStaysAsABackup() {
    QVERIFY(mustOpen(Project::open(m_file)));
    const QStringList backups = QDir(m_folder->path()).entryList({QStringLiteral("old.before-version-*.rbproject")});
    QCOMPARE(backups.size(), 1);
    auto backup = Database::open(m_folder->filePath(backups.front()), false);
    QVERIFY(backup.ok());
    QCOMPARE((*backup)->number("PRAGMA user_version").value_or(0), qint64{1});
    QCOMPARE((*backup)->number("SELECT count(*) FROM caption").value_or(0), qint64{51});
    QVERIFY(mustOpen(Project::open(m_file))); // and opening again makes no further one
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*before-version*")}).size(), 1);
}

void MigrationTest::editsOfTheOldVersionCanBeUndone() {
    const auto project = mustOpen(Project::open(m_file));
    QVERIFY(project);
    QCOMPARE(project->undoName(), QStringLiteral("Add sample pictures"));
    QVERIFY(project->undo().ok());
    QCOMPARE(project->counts().media, 0);
    QVERIFY(project->redo().ok());
    QCOMPARE(project->counts().regions, 39);
}

void MigrationTest::wordsOfOldCaptionsAreFound() {
    const auto project = mustOpen(Project::open(m_file));
    QVERIFY(project);
    const QString text = project->captionsOf(project->allMedia().front().id).front().text;
    Statement found(project->database().handle(), "SELECT count(*) FROM caption_words WHERE caption_words MATCH ?");
    found.bind(QLatin1Char('"') + text + QLatin1Char('"'));
    QVERIFY(found.next() && found.integer(0) >= 1);
}

void MigrationTest::aSecondOpenerOfAnOldFileIsTold() {
    const auto first = mustOpen(Project::open(m_file));
    QVERIFY(first);
    const auto second = mustOpen(Project::open(m_file)); // brought up to date by the first
    QVERIFY(second);
    QVERIFY(second->access() == Project::Access::ReadOnly);
    QCOMPARE(second->counts().media, 16);
}

QTEST_GUILESS_MAIN(MigrationTest)
#include "test_migration.moc"
