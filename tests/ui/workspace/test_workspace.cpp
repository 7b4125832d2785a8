#include "tests/ui/project_fixture.h"

#include <QSignalSpy>

using namespace rb;
using namespace rb::ui;

class TestWorkspace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openingAProjectShowsItsFirstPicture();
    void lastShownPictureIsShownAgain();
    void stepsStopAtTheEnds();
    void removedPictureGivesWayToAnother();
    void removedRegionIsNoLongerCurrent();
    void firstPictureOfAnEmptyProjectIsShown();
    void closingIsAnnouncedWhileTheProjectIsStillThere();
};

void TestWorkspace::openingAProjectShowsItsFirstPicture() {
    ProjectFixture f(3);
    QCOMPARE(f.workspace.currentMedia(), f.media.first());
    QCOMPARE(f.workspace.currentRegion(), project::Id(0));
}

void TestWorkspace::lastShownPictureIsShownAgain() {
    ProjectFixture f(3);
    f.workspace.setCurrentMedia(f.media.at(2));
    const QString path = f.project().path();
    auto between = project::Project::create(f.folder.filePath(QStringLiteral("b.rbproject")));
    QVERIFY(between.ok());
    f.workspace.setProject(std::move(*between));
    auto again = project::Project::open(path);
    QVERIFY(again.ok());
    f.workspace.setProject(std::move(*again));
    QCOMPARE(f.workspace.currentMedia(), f.media.at(2));
}

void TestWorkspace::stepsStopAtTheEnds() {
    ProjectFixture f(2);
    f.workspace.step(-1);
    QCOMPARE(f.workspace.currentMedia(), f.media.at(0));
    f.workspace.step(1);
    f.workspace.step(1);
    QCOMPARE(f.workspace.currentMedia(), f.media.at(1));
}

void TestWorkspace::removedPictureGivesWayToAnother() {
    ProjectFixture f(2);
    f.edit([&](project::Edit& edit) { edit.removeMedia(f.media.at(0)); });
    QCOMPARE(f.workspace.currentMedia(), f.media.at(1));
}

void TestWorkspace::removedRegionIsNoLongerCurrent() {
    ProjectFixture f;
    const project::Id region = f.addRegion();
    f.workspace.setCurrentRegion(region);
    QSignalSpy changes(&f.workspace, &Workspace::currentRegionChanged);
    QVERIFY(f.project().undo().ok());
    QCOMPARE(changes.size(), 1);
    QCOMPARE(f.workspace.currentRegion(), project::Id(0));
}

void TestWorkspace::firstPictureOfAnEmptyProjectIsShown() {
    ProjectFixture f(0);
    QCOMPARE(f.workspace.currentMedia(), project::Id(0));
    project::Id added = 0;
    f.edit([&](project::Edit& edit) { added = edit.insert(f.makePicture(0)); });
    QCOMPARE(f.workspace.currentMedia(), added);
}

void TestWorkspace::closingIsAnnouncedWhileTheProjectIsStillThere() {
    ProjectFixture f;
    QString closing;
    connect(&f.workspace, &Workspace::projectClosing, this, [&] { closing = f.project().path(); });
    const QString before = f.project().path();
    auto other = project::Project::create(f.folder.filePath(QStringLiteral("b.rbproject")));
    QVERIFY(other.ok());
    f.workspace.setProject(std::move(*other));
    QCOMPARE(closing, before);
}

QTEST_MAIN(TestWorkspace)
#include "test_workspace.moc"
