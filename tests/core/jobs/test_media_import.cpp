#include "core/jobs/media_import.h"

#include <QDir>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace rb;
using namespace rb::jobs;

class TestMediaImport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void folderGivesThePicturesInIt();
    void aStoppedReadingFails();
    void whatCameInMeanwhileIsNotAddedTwice();
    void picturesInsideTheProjectsFolderAreRelative();
    void picturesOutsideKeepTheirFolder();
    void sizeIsThatOfTheTurnedPicture();
    void knownPicturesAreNotAddedAgain();
    void refusedFilesAreNamedAndTheOthersAdded();
    void nothingNewIsNoEdit();

private:
    QString picture(const QString& name, int width = 30, int height = 20) const {
        const QString path = m_folder->filePath(name);
        QDir().mkpath(QFileInfo(path).absolutePath());
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(Qt::red);
        image.save(path);
        return path;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<project::Project> m_project;
};

void TestMediaImport::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    QDir(m_folder->path()).mkdir(QStringLiteral("work"));
    auto created = project::Project::create(m_folder->filePath(QStringLiteral("work/a.rbproject")));
    QVERIFY(created.ok());
    m_project = std::move(*created);
}

/// What a folder or some files bring into a project.
struct Added {
    int added = 0, known = 0;
    QStringList refused;
    project::Id first = 0;
};

static Result<Added> addMedia(project::Project& project, const QStringList& paths) {
    const auto read = readMedia(project, paths);
    if (!read.ok()) return read.error();
    const auto inserted = insertMedia(project, read->fresh);
    if (!inserted.ok()) return inserted.error();
    return Added{inserted->added, read->known, read->refused, inserted->first ? inserted->first : read->firstKnown};
}

void TestMediaImport::folderGivesThePicturesInIt() {
    picture(QStringLiteral("pics/b.png"));
    picture(QStringLiteral("pics/a.JPG"));
    picture(QStringLiteral("pics/deeper/c.png"));
    QFile note(m_folder->filePath(QStringLiteral("pics/note.txt")));
    QVERIFY(note.open(QIODevice::WriteOnly));
    note.close();
    QStringList names;
    picture(QStringLiteral("pics/.hidden/d.png"));
    picture(QStringLiteral("pics/a.backups/e.png"));
    picture(QStringLiteral("pics/a.rbproject.runs/one/media/f.png"));
    for (const QString& file : mediaAt({m_folder->filePath(QStringLiteral("pics"))})) names << QFileInfo(file).fileName();
    QCOMPARE(names, QStringList({QStringLiteral("a.JPG"), QStringLiteral("b.png"), QStringLiteral("c.png")}));
}

void TestMediaImport::aStoppedReadingFails() {
    std::stop_source stop;
    stop.request_stop();
    const auto read = readMedia(*m_project, {picture(QStringLiteral("a.png"))}, stop.get_token());
    QVERIFY(!read.ok() && read.error().code == ErrorCode::Cancelled);
}

void TestMediaImport::whatCameInMeanwhileIsNotAddedTwice() {
    const auto read = readMedia(*m_project, {picture(QStringLiteral("a.png"))});
    QVERIFY(read.ok() && read->fresh.size() == 1);
    QVERIFY(insertMedia(*m_project, read->fresh).ok());
    const auto again = insertMedia(*m_project, read->fresh);
    QVERIFY(again.ok() && again->first == 0 && again->added == 0);
    QCOMPARE(m_project->counts().media, qint64(1));
}

void TestMediaImport::picturesInsideTheProjectsFolderAreRelative() {
    QVERIFY(addMedia(*m_project, {picture(QStringLiteral("work/in/a.png"))}).ok());
    const project::Media media = m_project->allMedia().front();
    QCOMPARE(media.path, QStringLiteral("in/a.png"));
    QVERIFY(media.root.isEmpty());
    QCOMPARE(media.width, 30);
    QCOMPARE(media.height, 20);
}

void TestMediaImport::picturesOutsideKeepTheirFolder() {
    const QString file = picture(QStringLiteral("elsewhere/a.png"));
    QVERIFY(addMedia(*m_project, {file}).ok());
    const project::Media media = m_project->allMedia().front();
    QCOMPARE(media.path, QStringLiteral("a.png"));
    QCOMPARE(m_project->filePath(media), QFileInfo(file).absoluteFilePath());
}

void TestMediaImport::sizeIsThatOfTheTurnedPicture() {
    const QString folder = QStringLiteral(RB_TEST_DATA "/images/");
    QVERIFY(addMedia(*m_project, {folder + QStringLiteral("exif_1.jpg"), folder + QStringLiteral("exif_6.jpg")}).ok());
    const auto all = m_project->allMedia();
    QCOMPARE(all.at(0).exifOrientation, 1);
    QCOMPARE(all.at(1).exifOrientation, 6);
    // Both files hold the same rows; the second is to be shown on its side.
    QCOMPARE(QSize(all.at(0).width, all.at(0).height), QSize(120, 72));
    QCOMPARE(QSize(all.at(1).width, all.at(1).height), QSize(72, 120));
}

void TestMediaImport::knownPicturesAreNotAddedAgain() {
    const QString a = picture(QStringLiteral("pics/a.png")), b = picture(QStringLiteral("pics/b.png"));
    QVERIFY(addMedia(*m_project, {a}).ok());
    const auto outcome = addMedia(*m_project, {m_folder->filePath(QStringLiteral("pics/../pics"))});
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->known, 1);
    QCOMPARE(outcome->added, 1);
    QCOMPARE(m_project->allMedia().size(), std::size_t(2));
    QCOMPARE(outcome->first, m_project->allMedia().back().id); // the new one
}

void TestMediaImport::refusedFilesAreNamedAndTheOthersAdded() {
    const QString missing = m_folder->filePath(QStringLiteral("missing.png"));
    const auto outcome = addMedia(*m_project, {missing, picture(QStringLiteral("a.png"))});
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->added, 1);
    QCOMPARE(outcome->refused.size(), 1);
    QVERIFY(outcome->refused.first().contains(QStringLiteral("missing.png")));
}

void TestMediaImport::nothingNewIsNoEdit() {
    QVERIFY(addMedia(*m_project, {m_folder->path()}).ok());
    QVERIFY(!m_project->canUndo());
}

QTEST_GUILESS_MAIN(TestMediaImport)
#include "test_media_import.moc"
