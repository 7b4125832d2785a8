#include "core/runs/run_queue.h"
#include "tests/core/runs/run_fixture.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace rb;
using namespace rb::runs;
using namespace rb::test;
using jobs::TrainingState;

/// trainer.sh stands in for the trainer.
class TestRunQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void oneTrainsAndTheOthersWait();
    void afterAStopTheQueueWaits();
    void nextWindowFindsTheTrainingThatGoesOn();
    void stoppedRunGoesOn();

private:
    QString at(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    QString newRun() const { return m_history->create({}, {}, someItems(1))->id; }
    TrainingState stateOf(const QString& id) const { return m_history->run(id)->summary.state; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RunHistory> m_history;
};

void TestRunQueue::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    copyTrainer(at("trainer.sh"));
    m_history = std::make_unique<RunHistory>(at("runs"));
}

void TestRunQueue::cleanup() {
    append(at("go"), {}); // everything that still waits ends
    for (const Run& run : m_history->runs()) QTRY_VERIFY_WITH_TIMEOUT(!m_history->run(run.id)->active(), 20'000);
}

void TestRunQueue::oneTrainsAndTheOthersWait() {
    RunQueue queue(*m_history, at("trainer.sh"));
    const QString first = newRun(), second = newRun();
    QVERIFY(queue.train(first).ok());
    QVERIFY(queue.train(second).ok());
    QTRY_VERIFY_WITH_TIMEOUT(queue.state() == TrainingState::Running, 20'000);
    QCOMPARE(queue.current(), first);
    QVERIFY(m_history->run(second)->queued && stateOf(second) == TrainingState::None);
    append(at("go"), {});
    QTRY_VERIFY_WITH_TIMEOUT(stateOf(second) == TrainingState::Finished, 20'000);
    QVERIFY(stateOf(first) == TrainingState::Finished);
    QTRY_COMPARE_WITH_TIMEOUT(queue.current(), second, 20'000);
    QVERIFY(!m_history->nextInQueue());
}

void TestRunQueue::afterAStopTheQueueWaits() {
    RunQueue queue(*m_history, at("trainer.sh"));
    const QString first = newRun(), second = newRun();
    QVERIFY(queue.train(first).ok());
    QTRY_VERIFY_WITH_TIMEOUT(queue.state() == TrainingState::Running && !queue.record().steps().empty(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_history->pathOf(first) + QStringLiteral("/control")), 20'000);
    QVERIFY(queue.ask(jobs::TrainingRequest::Stop).ok());
    QTRY_VERIFY_WITH_TIMEOUT(queue.state() == TrainingState::Stopped, 20'000);
    QCoreApplication::processEvents();
    QCOMPARE(queue.current(), first);
    QVERIFY(stateOf(second) == TrainingState::None);
    QVERIFY(queue.train(second).ok()); // by hand
    QCOMPARE(queue.current(), second);
}

void TestRunQueue::nextWindowFindsTheTrainingThatGoesOn() {
    const QString id = newRun();
    {
        RunQueue queue(*m_history, at("trainer.sh"));
        QVERIFY(queue.train(id).ok());
        QTRY_VERIFY_WITH_TIMEOUT(queue.state() == TrainingState::Running, 20'000);
    }
    RunQueue next(*m_history, at("trainer.sh"));
    QCOMPARE(next.current(), id);
    QVERIFY(next.state() == TrainingState::Running);
    QTRY_COMPARE_WITH_TIMEOUT(next.record().steps().size(), std::size_t{1}, 20'000);
    append(at("go"), {});
    QTRY_VERIFY_WITH_TIMEOUT(next.state() == TrainingState::Finished, 20'000);
}

void TestRunQueue::stoppedRunGoesOn() {
    RunQueue queue(*m_history, at("trainer.sh"));
    const QString id = newRun();
    QVERIFY(queue.train(id).ok());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_history->pathOf(id) + QStringLiteral("/control")) && queue.state() == TrainingState::Running, 20'000);
    queue.kill();
    QTRY_VERIFY_WITH_TIMEOUT(queue.state() == TrainingState::Crashed, 20'000);
    QVERIFY(queue.resumable());
    append(at("go"), {});
    QVERIFY(queue.train(id).ok());
    QTRY_VERIFY_WITH_TIMEOUT(queue.state() == TrainingState::Finished, 20'000);
    QCOMPARE(queue.record().steps().size(), std::size_t{1}); // step 1 was done twice
}

QTEST_GUILESS_MAIN(TestRunQueue)
#include "test_run_queue.moc"
