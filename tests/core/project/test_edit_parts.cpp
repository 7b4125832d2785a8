#include "core/project/edit_parts.h"
#include "tests/core/project/sample_records.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <sys/wait.h>
#include <unistd.h>

using namespace rb;
using namespace rb::project;
using namespace rb::project::test;

/// Edits that are made in several transactions, such as large imports.
class EditPartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void partsAreUndoneAndRedoneAsOne();
    void viewsHearOfThemOnce();
    void unfinishedPartsAreTakenBack();
    void aFailureTakesAllPartsBack();
    void aKilledProgramLeavesNothingHalf();
    void historyShowsThemAsOneLine();
    void goingToAnEntryUndoesWhatCameAfter();
    void editsOfAGroupAreUndoneTogether();
    void whatAPersonDidBetweenStandsByItself();

private:
    Status addPart(EditParts& parts, int number);
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
};

void EditPartsTest::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = mustOpen(Project::create(m_folder->filePath(QStringLiteral("a.rbproject"))));
    QVERIFY(m_project);
}

Status EditPartsTest::addPart(EditParts& parts, int number) {
    return parts.edit([number](Edit& edit) {
        const Id media = edit.insert(picture(QStringLiteral("%1.png").arg(number)));
        const Id region = edit.insert(box(media, number));
        edit.insert(words(media, region, QStringLiteral("words of part %1").arg(number)));
    });
}

void EditPartsTest::partsAreUndoneAndRedoneAsOne() {
    {
        EditParts parts(*m_project, QStringLiteral("Import"));
        for (int i = 0; i < 5; ++i) QVERIFY(addPart(parts, i).ok());
        QVERIFY(parts.finish().ok());
    }
    const QByteArray whole = dumpOf(m_project->path());
    QCOMPARE(m_project->counts().drafts, 5);
    QCOMPARE(m_project->undoName(), QStringLiteral("Import"));
    QVERIFY(m_project->undo().ok());
    QCOMPARE(m_project->counts().media, 0);
    QVERIFY(!m_project->canUndo());
    QVERIFY(m_project->redo().ok());
    QCOMPARE(dumpOf(m_project->path()), whole);
}

void EditPartsTest::viewsHearOfThemOnce() {
    QSignalSpy changes(m_project.get(), &Project::changed);
    EditParts parts(*m_project, QStringLiteral("Import"));
    for (int i = 0; i < 3; ++i) QVERIFY(addPart(parts, i).ok());
    QCOMPARE(changes.size(), 0);
    QVERIFY(parts.finish().ok());
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.front().front().value<ChangeSummary>().regions.size(), 3);
}

void EditPartsTest::unfinishedPartsAreTakenBack() {
    QVERIFY(m_project->edit(QStringLiteral("Add"), [](Edit& edit) { edit.insert(picture(QStringLiteral("before.png"))); }).ok());
    {
        EditParts parts(*m_project, QStringLiteral("Import"));
        QVERIFY(addPart(parts, 1).ok());
        QVERIFY(addPart(parts, 2).ok());
    }
    QCOMPARE(m_project->counts().media, 1);
    QCOMPARE(m_project->undoName(), QStringLiteral("Add"));
    QVERIFY(!m_project->canRedo());
}

void EditPartsTest::aFailureTakesAllPartsBack() {
    {
        EditParts parts(*m_project, QStringLiteral("Import"));
        QVERIFY(addPart(parts, 1).ok());
        const Status failed = parts.edit([](Edit& edit) { edit.fail({ErrorCode::FileInvalid, "Line 7 is broken."}); });
        QCOMPARE(failed.error().message, std::string("Line 7 is broken."));
    }
    QCOMPARE(m_project->counts().media, 0);
}

void EditPartsTest::aKilledProgramLeavesNothingHalf() {
    const QString path = m_project->path();
    QVERIFY(m_project->edit(QStringLiteral("Add"), [](Edit& edit) { edit.insert(picture(QStringLiteral("before.png"))); }).ok());
    m_project.reset();
    const pid_t child = ::fork();
    if (child == 0) {
        auto opened = Project::open(path);
        if (!opened.ok()) ::_exit(1);
        EditParts parts(**opened, QStringLiteral("Import"));
        const bool made = addPart(parts, 1).ok() && addPart(parts, 2).ok();
        ::_exit(made ? 0 : 1); // without a destructor, as a kill would
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    QCOMPARE(status, 0);
    m_project = mustOpen(Project::open(path));
    QVERIFY(m_project);
    QCOMPARE(m_project->counts().media, 1);
    QVERIFY(m_project->undo().ok());
    QCOMPARE(m_project->counts().media, 0);
}

void EditPartsTest::historyShowsThemAsOneLine() {
    QVERIFY(m_project->edit(QStringLiteral("Add"), [](Edit& edit) { edit.insert(picture(QStringLiteral("a.png"))); }).ok());
    {
        EditParts parts(*m_project, QStringLiteral("Import"));
        for (int i = 0; i < 4; ++i) QVERIFY(addPart(parts, i).ok());
        QVERIFY(parts.finish().ok());
    }
    const std::vector<EditLine> lines = m_project->latestEdits(10);
    QCOMPARE(lines.size(), std::size_t{2});
    QCOMPARE(lines[0].name, QStringLiteral("Import"));
    QCOMPARE(lines[1].name, QStringLiteral("Add"));
}

void EditPartsTest::goingToAnEntryUndoesWhatCameAfter() {
    for (int i = 0; i < 4; ++i)
        QVERIFY(m_project->edit(QStringLiteral("Add %1").arg(i), [i](Edit& edit) { edit.insert(picture(QString::number(i))); }).ok());
    const std::vector<EditLine> lines = m_project->latestEdits(10);
    QVERIFY(m_project->goTo(lines[2].entry).ok());
    QCOMPARE(m_project->counts().media, 2);
    QVERIFY(m_project->latestEdits(10)[0].undone);
    QVERIFY(m_project->goTo(lines[0].entry).ok());
    QCOMPARE(m_project->counts().media, 4);
    QVERIFY(m_project->goTo(0).ok());
    QCOMPARE(m_project->counts().media, 0);
    QVERIFY(m_project->goTo(lines[1].entry + 1'000'000).ok()); // there is none: as far as it goes
    QCOMPARE(m_project->counts().media, 4);
}

static Status addOne(Project& project, const QString& name, Id group = 0) {
    return project.edit(name, [&](Edit& edit) { edit.insert(picture(name)); }, group);
}

void EditPartsTest::editsOfAGroupAreUndoneTogether() {
    const Id batch = m_project->newGroup();
    QVERIFY(addOne(*m_project, QStringLiteral("before")).ok());
    for (int i = 0; i < 3; ++i) QVERIFY(addOne(*m_project, QStringLiteral("Caption all"), batch).ok());
    QCOMPARE(m_project->latestEdits(9).size(), std::size_t{2});
    QVERIFY(m_project->undo().ok());
    QCOMPARE(m_project->counts().media, 1);
    QVERIFY(m_project->redo().ok());
    QCOMPARE(m_project->counts().media, 4);
}

void EditPartsTest::whatAPersonDidBetweenStandsByItself() {
    const Id batch = m_project->newGroup();
    QVERIFY(addOne(*m_project, QStringLiteral("Caption all"), batch).ok() && addOne(*m_project, QStringLiteral("mine")).ok());
    QVERIFY(addOne(*m_project, QStringLiteral("Caption all"), batch).ok() && addOne(*m_project, QStringLiteral("Caption all"), batch).ok());
    QCOMPARE(m_project->latestEdits(9).size(), std::size_t{3});
    QVERIFY(m_project->undo().ok());
    QCOMPARE(m_project->counts().media, 2);
    QCOMPARE(m_project->undoName(), QStringLiteral("mine"));
    QVERIFY(m_project->undo().ok() && m_project->undo().ok());
    QCOMPARE(m_project->counts().media, 0);
    for (const int count : {1, 2, 4}) {
        QVERIFY(m_project->redo().ok());
        QCOMPARE(int(m_project->counts().media), count);
    }
}

QTEST_GUILESS_MAIN(EditPartsTest)
#include "test_edit_parts.moc"
