#include "ui/workspace/project_files.h"

#include "tests/ui/answering_dialogs.h"
#include "tests/ui/project_fixture.h"
#include "ui/dialogs/progress_dialog.h"

#include <QComboBox>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QWidget>

using namespace rb;
using namespace rb::ui;

/// A project with its files service.
struct Files : ProjectFixture {
    explicit Files(int pictures = 1) : ProjectFixture(pictures) {}
    QString path(const QString& name) const { return folder.filePath(name); }

    AnsweringDialogs dialogs;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    QWidget window;
    ProjectFiles files{workspace, dialogs, settings, window};
};

class TestProjectFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void folderOfPicturesIsAddedAsOneEdit();
    void picturesAlreadyThereAreShownNotAddedTwice();
    void unreadablePictureIsReportedAndTheOthersAreAdded();
    void ofManyUnreadablePicturesAFewAreNamed();
    void closingTheProjectEndsTheReading();
    void droppedProjectReplacesThePresentOne();
    void openProjectIsNotOpenedASecondTime();
    void brokenProjectLeavesThePresentOneOpen();
    void newProjectGetsItsEnding();
    void recentProjectsAreTheOthersThatAreStillThere();
    void exportWritesWhatTheDialogPromised();
    void cancelledExportWritesNothing();
    void movedPicturesAreFoundInAFolder();
};

void TestProjectFiles::folderOfPicturesIsAddedAsOneEdit() {
    Files f(0);
    for (int i = 0; i < 3; ++i) f.makePicture(i);
    QSignalSpy said(&f.files, &ProjectFiles::said);
    f.dialogs.folder = f.folder.path();
    f.files.chooseFolder();
    QTRY_COMPARE(f.project().counts().media, 3); // read on a thread of its own
    QTRY_VERIFY(said.last().first().toString().contains(QStringLiteral("3 files added")));
    QVERIFY(f.project().undo().ok());
    QCOMPARE(f.project().counts().media, 0);
}

void TestProjectFiles::picturesAlreadyThereAreShownNotAddedTwice() {
    Files f(2);
    f.dialogs.pictures = {f.path(QStringLiteral("picture1.png"))};
    f.files.choosePictures();
    QTRY_COMPARE(f.workspace.currentMedia(), f.media.at(1));
    QCOMPARE(f.project().counts().media, 2);
}

void TestProjectFiles::unreadablePictureIsReportedAndTheOthersAreAdded() {
    Files f(0);
    f.makePicture(0);
    QFile broken(f.path(QStringLiteral("broken.png")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("no picture");
    broken.close();
    QSignalSpy failed(&f.workspace, &Workspace::failed);
    f.files.open({broken.fileName(), f.path(QStringLiteral("picture0.png"))});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(f.project().counts().media, 1);
    QVERIFY(failed.first().first().value<Error>().message.find("broken.png") != std::string::npos);
}

void TestProjectFiles::ofManyUnreadablePicturesAFewAreNamed() {
    Files f(0);
    QVERIFY(QDir(f.folder.path()).mkdir(QStringLiteral("pics")));
    for (int i = 0; i < 50; ++i) {
        QFile broken(f.path(QStringLiteral("pics/%1.png").arg(i)));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no picture") > 0);
    }
    QSignalSpy failed(&f.workspace, &Workspace::failed);
    f.files.open({f.path(QStringLiteral("pics"))});
    QTRY_COMPARE(failed.size(), 1);
    const QString told = QString::fromStdString(failed.first().first().value<Error>().message);
    QVERIFY2(told.contains(QStringLiteral("47 other files")) && told.count(QStringLiteral(".png")) <= 6, qPrintable(told));
}

void TestProjectFiles::closingTheProjectEndsTheReading() {
    Files f(1);
    const QString other = f.path(QStringLiteral("other.rbproject"));
    { QVERIFY(project::Project::create(other).ok()); }
    f.makePicture(7);
    f.files.open({f.path(QStringLiteral("picture7.png"))});
    f.files.openProject(other); // before the answer is here
    QTest::qWait(200);
    QCOMPARE(f.project().counts().media, 0);
}

void TestProjectFiles::droppedProjectReplacesThePresentOne() {
    Files f;
    const QString other = f.path(QStringLiteral("other.rbproject"));
    { QVERIFY(project::Project::create(other).ok()); }
    f.files.open({other});
    QCOMPARE(QFileInfo(f.project().path()), QFileInfo(other));
}

void TestProjectFiles::openProjectIsNotOpenedASecondTime() {
    Files f;
    const project::Project* before = f.workspace.project();
    f.files.openProject(f.project().path());
    QCOMPARE(f.workspace.project(), before);
    QVERIFY(f.project().access() == project::Project::Access::ReadWrite);
}

void TestProjectFiles::brokenProjectLeavesThePresentOneOpen() {
    Files f;
    QFile broken(f.path(QStringLiteral("broken.rbproject")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("no project");
    broken.close();
    QSignalSpy failed(&f.workspace, &Workspace::failed);
    const project::Project* before = f.workspace.project();
    f.files.openProject(broken.fileName());
    QCOMPARE(f.workspace.project(), before);
    QCOMPARE(failed.size(), 1);
}

void TestProjectFiles::newProjectGetsItsEnding() {
    Files f;
    f.dialogs.newFile = f.path(QStringLiteral("fresh"));
    f.files.makeProject();
    QCOMPARE(QFileInfo(f.project().path()).fileName(), QStringLiteral("fresh.rbproject"));
    QVERIFY(QFileInfo::exists(f.path(QStringLiteral("fresh.rbproject"))));
}

void TestProjectFiles::recentProjectsAreTheOthersThatAreStillThere() {
    Files f;
    const QStringList names{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")};
    for (const QString& name : names) {
        f.dialogs.newFile = f.path(name);
        f.files.makeProject();
    }
    QVERIFY(QFile::remove(f.path(QStringLiteral("one.rbproject"))));
    QStringList shown;
    for (const QString& path : f.files.recent()) shown << QFileInfo(path).completeBaseName();
    QCOMPARE(shown, QStringList{QStringLiteral("two")});
}

void TestProjectFiles::exportWritesWhatTheDialogPromised() {
    Files f;
    f.addCaption(f.addRegion(), QStringLiteral("a dog"), project::CaptionSource::Human, project::CaptionState::Accepted);
    f.dialogs.newFile = f.path(QStringLiteral("out.json"));
    f.dialogs.answer = [](QDialog& dialog) {
        if (const auto* running = qobject_cast<ProgressDialog*>(&dialog)) return QTest::qWaitFor([running] { return !running->isRunning(); });
        auto* formats = dialog.findChildren<QComboBox*>().at(0);
        formats->setCurrentIndex(formats->findData(QStringLiteral("regionblip")));
        return true;
    };
    f.files.exportData();
    QCOMPARE(QFileInfo(f.dialogs.suggested).fileName(), QStringLiteral("regions.json"));
    QFile written(f.dialogs.newFile);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QJsonArray entries = QJsonDocument::fromJson(written.readAll()).array();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.first()[u"caption"].toString(), QStringLiteral("a dog"));
}

void TestProjectFiles::cancelledExportWritesNothing() {
    Files f;
    f.dialogs.newFile = f.path(QStringLiteral("out.json"));
    f.files.exportData();
    QVERIFY(!QFileInfo::exists(f.dialogs.newFile));
}

void TestProjectFiles::movedPicturesAreFoundInAFolder() {
    Files f(2);
    f.edit([&](project::Edit& edit) {
        for (project::Media media : f.project().allMedia()) {
            media.byteSize = QFileInfo(f.project().filePath(media)).size();
            edit.update(media);
        }
    });
    QVERIFY(QDir(f.folder.path()).mkpath(QStringLiteral("moved/here")));
    QVERIFY(QFile::rename(f.path(QStringLiteral("picture1.png")), f.path(QStringLiteral("moved/here/picture1.png"))));
    QSignalSpy said(&f.files, &ProjectFiles::said), shown(&f.workspace, &Workspace::currentMediaChanged);
    f.dialogs.folder = f.path(QStringLiteral("moved"));
    f.files.findMoved();
    QTRY_COMPARE(said.size(), 2); // that it looks, and what it found
    QVERIFY2(said.last().first().toString().contains(QStringLiteral("1 file found again; 0 are still missing")), qPrintable(said.last().first().toString()));
    QCOMPARE(shown.size(), 1);
    QCOMPARE(f.project().filePath(*f.project().media(f.media[1])), f.path(QStringLiteral("moved/here/picture1.png")));
    f.files.findMoved();
    QTRY_COMPARE(said.size(), 4);
    QVERIFY(said.last().first().toString().contains(QStringLiteral("No picture")));
    QVERIFY(f.project().undo().ok()); // one step
    QCOMPARE(f.project().filePath(*f.project().media(f.media[1])), f.path(QStringLiteral("picture1.png")));
}

QTEST_MAIN(TestProjectFiles)
#include "test_project_files.moc"
