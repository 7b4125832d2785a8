#include "core/project/project.h"

#include <QElapsedTimer>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace rb;

class TestKilledWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRegionThatWasShownIsInTheProject_data();
    void everyRegionThatWasShownIsInTheProject();
};

void TestKilledWindow::everyRegionThatWasShownIsInTheProject_data() {
    QTest::addColumn<int>("shownBeforeTheEnd");
    for (const int shown : {1, 2, 5, 9, 14}) QTest::addRow("%d regions", shown) << shown;
}

static bool makeProject(const QString& path, const QString& picture) {
    QImage image(200, 120, QImage::Format_RGB32);
    image.fill(Qt::gray);
    if (!image.save(picture)) return false;
    auto project = project::Project::create(path);
    return project.ok() && (*project)->edit(QStringLiteral("Add pictures"), [&](project::Edit& edit) {
        project::Media media;
        media.path = QStringLiteral("a.png");
        media.width = 200;
        media.height = 120;
        edit.insert(media);
    }).ok();
}

void TestKilledWindow::everyRegionThatWasShownIsInTheProject() {
    QFETCH(int, shownBeforeTheEnd);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.rbproject"));
    QVERIFY(makeProject(path, folder.filePath(QStringLiteral("a.png"))));

    QProcess window;
    window.start(QStringLiteral(RB_TEST_PROGRAMS "/drawing_window"), {path});
    QList<project::Id> shown;
    while (shown.size() < shownBeforeTheEnd) {
        QVERIFY2(window.canReadLine() || window.waitForReadyRead(60000), window.readAllStandardError().constData());
        while (window.canReadLine()) shown << window.readLine().trimmed().toLongLong();
    }
    window.kill();
    QVERIFY(window.waitForFinished());
    while (window.canReadLine()) shown << window.readLine().trimmed().toLongLong();

    auto project = project::Project::open(path);
    QVERIFY2(project.ok(), project.ok() ? "" : project.error().message.c_str());
    QVERIFY((*project)->access() == project::Project::Access::ReadWrite);
    for (const project::Id region : shown) QVERIFY((*project)->region(region).has_value());
    QCOMPARE((*project)->undoName(), QStringLiteral("Draw region"));
    for (qsizetype i = 0; i < shown.size(); ++i) QVERIFY((*project)->undo().ok());
}

QTEST_GUILESS_MAIN(TestKilledWindow)
#include "test_killed_window.moc"
