#include "core/project/journal_step.h"
#include "tests/core/project/sample_records.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <thread>

using namespace rb;
using namespace rb::project;
using namespace rb::project::test;

/// Undo and redo of very many rows, carried out beside the project.
class TestLongStep : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void smallEditsAreNoLongSteps();
    void anotherThreadTakesItBackAndMakesItAgain();
    void stoppedItChangesNothing();
    void whoMayOnlyReadHasNone();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("a.rbproject")); }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
};

void TestLongStep::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = mustOpen(Project::create(path()));
    QVERIFY(m_project->edit(QStringLiteral("Small"), [](Edit& edit) { edit.insert(picture(QStringLiteral("a.png"))); }).ok());
    const Id media = m_project->allMedia().front().id;
    const Id group = m_project->newGroup();
    for (int part = 0; part < 4; ++part)
        QVERIFY(m_project->edit(QStringLiteral("Large"), [&](Edit& edit) {
            for (int i = 0; i < 600; ++i) edit.insert(words(media, edit.insert(box(media, i)), QStringLiteral("%1 apple ").arg(i).repeated(100)));
        }, group).ok());
}

void TestLongStep::smallEditsAreNoLongSteps() {
    QVERIFY(m_project->longStep(true));
    QVERIFY(!m_project->longStep(false)); // nothing to make again
    QVERIFY(m_project->undo().ok());
    QVERIFY(!m_project->longStep(true));
    QVERIFY(m_project->longStep(false));
}

void TestLongStep::anotherThreadTakesItBackAndMakesItAgain() {
    const QByteArray whole = dumpOf(path());
    QSignalSpy changes(m_project.get(), &Project::changed);
    const auto carriedOut = [&](bool back) {
        const auto step = m_project->longStep(back);
        std::optional<Result<ChangeSummary>> done;
        int parts = 0;
        std::thread other([&] { done = carryOut(*step, {}, [&](int count) { parts = count; }); });
        while (m_project->counts().media != 1) { } // it can be read meanwhile
        other.join();
        if (!done->ok()) qFatal("%s", done->error().message.c_str());
        m_project->tell(**done);
        return parts;
    };
    QCOMPARE(carriedOut(true), 4);
    QCOMPARE(m_project->counts().regions, qint64(0));
    QCOMPARE(m_project->undoName(), QStringLiteral("Small"));
    QCOMPARE(m_project->redoName(), QStringLiteral("Large"));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.front().front().value<ChangeSummary>().regions.size(), 2400);
    QCOMPARE(carriedOut(false), 4);
    QCOMPARE(dumpOf(path()), whole);
}

void TestLongStep::stoppedItChangesNothing() {
    const QByteArray before = dumpOf(path());
    const auto step = m_project->longStep(true);
    std::stop_source stop;
    const auto done = carryOut(*step, stop.get_token(), [&](int parts) {
        if (parts == 2) stop.request_stop(); // in the middle
    });
    QVERIFY(!done.ok() && done.error().code == ErrorCode::Cancelled);
    QCOMPARE(dumpOf(path()), before);
    QCOMPARE(m_project->undoName(), QStringLiteral("Large"));
}

void TestLongStep::whoMayOnlyReadHasNone() {
    const auto reader = mustOpen(Project::open(path()));
    QVERIFY(reader->access() == Project::Access::ReadOnly);
    QVERIFY(!reader->longStep(true));
}

QTEST_GUILESS_MAIN(TestLongStep)
#include "test_long_step.moc"
