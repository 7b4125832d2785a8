#include "core/runs/run_history.h"
#include "tests/core/runs/run_fixture.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace rb;
using namespace rb::runs;
using namespace rb::test;
using jobs::TrainingState;

class TestRunHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void runComesBackWithItsSettingsAndCaptions();
    void newestStandsFirstAndTheOldestIsNext();
    void logTellsTheState_data();
    void logTellsTheState();
    void longLogIsSummedUpByItsLastStep();
    void deletedRunComesBackWhole();
    void trainingRunIsNotDeleted();
    void foldersThatAreNoRunsArePassedOver();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("runs")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRunHistory::runComesBackWithItsSettingsAndCaptions() {
    RunHistory history(path());
    QVERIFY(history.runs().empty());
    RunSettings settings;
    settings.query = QStringLiteral("label:dog");
    settings.rank = 8;
    QSignalSpy changed(&history, &RunHistory::changed);
    const auto made = history.create(QStringLiteral("birds"), settings, someItems(2));
    QVERIFY(made.ok());
    QVERIFY(changed.count() > 0);
    QVERIFY(history.rename(made->id, QStringLiteral("more birds")).ok());
    const auto read = RunHistory(path()).run(made->id);
    QVERIFY(read);
    QCOMPARE(read->name, QStringLiteral("more birds"));
    QVERIFY(read->settings == settings);
    QVERIFY(read->data == made->data);
    QCOMPARE(read->data.train, 6);
    QVERIFY(read->queued);
    QVERIFY(read->summary.state == TrainingState::None);
    QVERIFY(!history.create({}, {}, {}).ok());
    QCOMPARE(history.runs().size(), std::size_t{1}); // the refused one left nothing
}

void TestRunHistory::newestStandsFirstAndTheOldestIsNext() {
    RunHistory history(path());
    QStringList ids;
    for (int i = 0; i < 3; ++i) ids << history.create(QString::number(i), {}, someItems(1))->id;
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 3); // also within one second
    const auto runs = history.runs();
    QCOMPARE(runs.size(), std::size_t{3});
    QVERIFY(runs.front().created >= runs.back().created);
    const auto next = history.nextInQueue();
    QVERIFY(next && next->created == runs.back().created);
    for (const QString& id : ids) QVERIFY(history.setQueued(id, false).ok());
    QVERIFY(!history.nextInQueue());
}

void TestRunHistory::logTellsTheState_data() {
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("resumable");
    const QByteArray some = startLine(0) + stepLine(1, 2) + stepLine(2, 1);
    QTest::newRow("finished") << some + "{\"event\":\"end\",\"stopped\":false}\n" << int(TrainingState::Finished) << false;
    QTest::newRow("stopped") << some + "{\"event\":\"end\",\"stopped\":true}\n" << int(TrainingState::Stopped) << true;
    QTest::newRow("failed") << some + "{\"event\":\"failed\",\"text\":\"full\"}\n" << int(TrainingState::Failed) << true;
    QTest::newRow("killed") << some << int(TrainingState::Crashed) << true;
    QTest::newRow("resumed and killed") << some + "{\"event\":\"end\",\"stopped\":true}\n" + startLine(2) + stepLine(3, 1) << int(TrainingState::Crashed) << true;
    QTest::newRow("killed while it wrote") << some + "{\"event\":\"st" << int(TrainingState::Crashed) << true;
}

void TestRunHistory::logTellsTheState() {
    QFETCH(const QByteArray, log);
    QFETCH(const int, state);
    QFETCH(const bool, resumable);
    RunHistory history(path());
    const QString id = history.create({}, {}, someItems(1))->id;
    append(history.pathOf(id) + QStringLiteral("/log.jsonl"), log);
    const auto run = history.run(id);
    QCOMPARE(int(run->summary.state), state);
    QCOMPARE(run->resumable(), resumable);
    QVERIFY(run->summary.step >= 2);
}

void TestRunHistory::longLogIsSummedUpByItsLastStep() {
    RunHistory history(path());
    const QString id = history.create({}, {}, someItems(1))->id;
    QByteArray log = startLine(0) + scoreLine(0, 1.5);
    for (int i = 1; i <= 5000; ++i) log += stepLine(i, 3, 5000);
    append(history.pathOf(id) + QStringLiteral("/log.jsonl"), log + scoreLine(5000, 2.5) + "{\"event\":\"end\",\"stopped\":false}\n");
    const auto run = history.run(id);
    QCOMPARE(run->summary.step, 5000);
    QCOMPARE(run->summary.steps, 5000);
    QCOMPARE(run->summary.seconds, 2500.0);
    QCOMPARE(run->summary.base[QStringLiteral("cider")], 1.5);
    QCOMPARE(run->summary.last[QStringLiteral("cider")], 2.5);
}

void TestRunHistory::deletedRunComesBackWhole() {
    RunHistory history(path());
    const QString id = history.create(QStringLiteral("birds"), {}, someItems(2))->id;
    append(history.pathOf(id) + QStringLiteral("/log.jsonl"), startLine(0) + stepLine(1, 2));
    QVERIFY(history.remove(id).ok());
    QVERIFY(history.runs().empty());
    QVERIFY(!history.remove(id).ok());
    QVERIFY(history.restore(id).ok());
    const auto run = history.run(id);
    QVERIFY(run && run->name == QStringLiteral("birds") && run->summary.step == 1);
    QVERIFY(QFile::exists(history.dataOf(id) + QStringLiteral("/train/regions.json")));
}

void TestRunHistory::trainingRunIsNotDeleted() {
    RunHistory history(path());
    const QString id = history.create({}, {}, someItems(1))->id;
    QJsonObject start = jobs::toJson(jobs::ownMark());
    start[QStringLiteral("event")] = QStringLiteral("start");
    append(history.pathOf(id) + QStringLiteral("/log.jsonl"), QJsonDocument(start).toJson(QJsonDocument::Compact) + "\n");
    QVERIFY(history.run(id)->active());
    QVERIFY(!history.remove(id).ok());
    QVERIFY(history.run(id));
}

void TestRunHistory::foldersThatAreNoRunsArePassedOver() {
    RunHistory history(path());
    QVERIFY(history.create({}, {}, someItems(1)).ok());
    QVERIFY(QDir().mkpath(path() + QStringLiteral("/adapters")));
    append(path() + QStringLiteral("/damaged/run.json"), "{\"name\":");
    QCOMPARE(history.runs().size(), std::size_t{1});
    QVERIFY(!history.run(QStringLiteral("damaged")));
}

QTEST_GUILESS_MAIN(TestRunHistory)
#include "test_run_history.moc"
