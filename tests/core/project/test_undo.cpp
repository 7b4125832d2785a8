#include "tests/core/project/sample_records.h"

#include <QTemporaryDir>

using namespace rb::project;
using namespace rb::project::test;

class TestUndo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void undoAndRedoAreExactAcrossARestart();
    void deletionsComeBackWithAllTheyTookAlong_data();
    void deletionsComeBackWithAllTheyTookAlong();
    void aNewEditDropsWhatCouldBeRedone();
    void namesAreOfTheNextUndoAndRedo();
};

static void fill(Edit& edit, Id& media, Id& region) {
    media = edit.insert(picture(QStringLiteral("a.png")));
    for (int i = 0; i < 3; ++i) {
        region = edit.insert(box(media, i / 3.0, QStringLiteral("label %1").arg(i)));
        edit.insert(words(media, region, QStringLiteral("draft %1").arg(i)));
        edit.insert(words(media, region, QStringLiteral("good %1").arg(i), CaptionState::Accepted, 1));
    }
    edit.insert(words(media, 0, QStringLiteral("the whole picture")));
}

void TestUndo::undoAndRedoAreExactAcrossARestart() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.rbproject"));
    std::vector<QByteArray> states;
    {
        const auto project = mustOpen(Project::create(path));
        QVERIFY(project);
        states.push_back(dumpOf(path));
        Id media = 0, region = 0;
        QVERIFY(project->edit(QStringLiteral("Fill"), [&](Edit& edit) { fill(edit, media, region); }).ok());
        states.push_back(dumpOf(path));
        Region moved = project->region(region).value();
        moved.shape.box = {0.1, 0.2, 0.3, 1e-300};
        QVERIFY(project->edit(QStringLiteral("Move"), [&](Edit& edit) { edit.update(moved); }).ok());
        states.push_back(dumpOf(path));
        QVERIFY(project->edit(QStringLiteral("Clear"), [&](Edit& edit) { edit.removeMedia(media); }).ok());
        states.push_back(dumpOf(path));
        QCOMPARE(states.back(), states.front());
    }
    for (std::size_t i = states.size() - 1; i > 0; --i) {
        const auto project = mustOpen(Project::open(path));
        QVERIFY(project);
        QVERIFY(project->undo().ok());
        QCOMPARE(dumpOf(path), states[i - 1]);
    }
    for (std::size_t i = 1; i < states.size(); ++i) {
        const auto project = mustOpen(Project::open(path));
        QVERIFY(project);
        QVERIFY(project->redo().ok());
        QCOMPARE(dumpOf(path), states[i]);
    }
}

void TestUndo::deletionsComeBackWithAllTheyTookAlong_data() {
    QTest::addColumn<bool>("wholeMedium");
    QTest::newRow("medium") << true;
    QTest::newRow("region") << false;
}

void TestUndo::deletionsComeBackWithAllTheyTookAlong() {
    QFETCH(const bool, wholeMedium);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.rbproject"));
    const auto project = mustOpen(Project::create(path));
    QVERIFY(project);
    Id media = 0, region = 0;
    QVERIFY(project->edit(QStringLiteral("Fill"), [&](Edit& edit) { fill(edit, media, region); }).ok());
    const QByteArray before = dumpOf(path);
    ChangeSummary last;
    connect(project.get(), &Project::changed, this, [&](const ChangeSummary& each) { last = each; });
    QVERIFY(project->edit(QStringLiteral("Delete"), [&](Edit& edit) {
        if (wholeMedium) edit.removeMedia(media);
        else edit.removeRegion(region);
    }).ok());
    QCOMPARE(project->regionsOf(media).size(), std::size_t(wholeMedium ? 0 : 2));
    QCOMPARE(project->captionsOf(media).size(), std::size_t(wholeMedium ? 0 : 5));
    QVERIFY(project->undo().ok());
    QCOMPARE(dumpOf(path), before);
    QCOMPARE(last.regions.size(), wholeMedium ? 3 : 1);
    QCOMPARE(last.captions.size(), wholeMedium ? 7 : 2);
    QCOMPARE(last.touchedMedia, QSet<Id>{media});
    QVERIFY(project->redo().ok());
    QCOMPARE(project->regionsOf(media).size(), std::size_t(wholeMedium ? 0 : 2));
}

void TestUndo::aNewEditDropsWhatCouldBeRedone() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.rbproject"));
    const auto project = mustOpen(Project::create(path));
    QVERIFY(project);
    for (int i = 0; i < 3; ++i)
        QVERIFY(project->edit(QStringLiteral("Add %1").arg(i), [&](Edit& edit) {
            edit.insert(picture(QStringLiteral("%1.png").arg(i)));
        }).ok());
    QVERIFY(project->undo().ok());
    QVERIFY(project->undo().ok());
    QVERIFY(project->edit(QStringLiteral("Other"), [](Edit& edit) { edit.insert(picture(QStringLiteral("x.png"))); }).ok());
    QVERIFY(!project->canRedo());
    QCOMPARE(journalLength(path), 2);
    QVERIFY(project->undo().ok());
    QVERIFY(project->undo().ok());
    QVERIFY(!project->canUndo());
    QVERIFY(project->allMedia().empty());
}

void TestUndo::namesAreOfTheNextUndoAndRedo() {
    const QTemporaryDir folder;
    const auto project = mustOpen(Project::create(folder.filePath(QStringLiteral("a.rbproject"))));
    QVERIFY(project);
    QCOMPARE(project->undoName(), QString());
    for (const QString& name : {QStringLiteral("One"), QStringLiteral("Zwei ü")})
        QVERIFY(project->edit(name, [&](Edit& edit) { edit.insert(picture(name)); }).ok());
    QCOMPARE(project->undoName(), QStringLiteral("Zwei ü"));
    QVERIFY(project->undo().ok());
    QCOMPARE(project->undoName(), QStringLiteral("One"));
    QCOMPARE(project->redoName(), QStringLiteral("Zwei ü"));
    QVERIFY(project->undo().ok());
    QCOMPARE(project->redoName(), QStringLiteral("One"));
    QVERIFY(!project->canUndo());
}

QTEST_GUILESS_MAIN(TestUndo)
#include "test_undo.moc"
