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

void TestMediaImport::folderGivesThePicturesInIt() {
    picture(QStringLiteral("pics/b.png"));
    picture(QStringLiteral("pics/a.JPG"));
    picture(QStringLiteral("pics/deeper/c.png"));
    QFile note(m_folder->filePath(QStringLiteral("pics/note.txt")));
    QVERIFY(note.open(QIODevice::WriteOnly));
    note.close();
    QStringList names;
    for (const QString& file : mediaAt({m_folder->filePath(QStringLiteral("pics"))})) names << QFileInfo(file).fileName();
    QCOMPARE(names, QStringList({QStringLiteral("a.JPG"), QStringLiteral("b.png")}));
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
    QCOMPARE(outcome->first, m_project->allMedia().front().id);
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
