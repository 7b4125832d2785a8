#include "core/jobs/training_process.h"
#include "tests/app/cli/training_runs.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace rb;
using namespace rb::test;
using jobs::TrainingProcess;
using jobs::TrainingRequest;
using jobs::TrainingState;

/// The window's side of a training and the program itself: whoever is killed, the numbers stay.
class WatchedTrainingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_runs = std::make_unique<TrainingRuns>(9, 4); }
    void twentyKillsOfWindowAndChildChangeNoBit();
    void pausedTrainingKeepsItsNumbers();
    void pausedTrainingStopsAndSamples();
    void refusalIsToldInItsOwnWords();

private:
    TrainingProcess::Command command(const QString& run, int steps, int checkpointEvery = 5) const {
        QStringList arguments = m_runs->arguments(run, steps, checkpointEvery);
        arguments.removeFirst(); // the verb
        const auto progress = arguments.indexOf(QStringLiteral("--progress")); // which the process asks for itself
        arguments.remove(progress, 2);
        return {kProgram, arguments, m_runs->path(run)};
    }
    std::unique_ptr<TrainingRuns> m_runs;
};

/// The step that was told last; -1: none yet.
class Watch {
public:
    explicit Watch(TrainingProcess& process) {
        QObject::connect(&process, &TrainingProcess::told, &m_here, [this](const jobs::TrainingMessage& message) {
            if (const auto* step = std::get_if<jobs::TrainingStep>(&message)) last = *step;
            if (const auto* captions = std::get_if<jobs::TrainingCaptions>(&message)) samples += captions->onRequest ? 1 : 0;
        });
    }
    jobs::TrainingStep last;
    int samples = 0;

private:
    QObject m_here;
};

void WatchedTrainingTest::twentyKillsOfWindowAndChildChangeNoBit() {
    constexpr int kSteps = 2000, kCheckpointEvery = 20;
    QCOMPARE(QProcess::execute(kProgram, m_runs->arguments(QStringLiteral("whole"), kSteps, kCheckpointEvery)), 0);
    const TrainingProcess::Command command = this->command(QStringLiteral("killed"), kSteps, kCheckpointEvery);
    QRandomGenerator random(11);
    int kills = 0;
    for (int wanted = 3; kills < 20; wanted += 40 + random.bounded(50)) {
        auto window = std::make_unique<TrainingProcess>();
        auto watch = std::make_unique<Watch>(*window);
        QVERIFY(window->start(command).ok());
        if (kills % 2 == 0) { // the window goes, the child trains on, and another window finds it
            QTRY_VERIFY_WITH_TIMEOUT(window->state() == TrainingState::Running, 60'000);
            watch.reset();
            window = std::make_unique<TrainingProcess>();
            watch = std::make_unique<Watch>(*window);
            window->attach(command.folder);
            QVERIFY(window->isActive());
        }
        QTRY_VERIFY_WITH_TIMEOUT(watch->last.step >= std::min(wanted, kSteps - 2) || !window->isActive(), 60'000);
        if (!window->isActive()) break;
        window->kill();
        QTRY_VERIFY_WITH_TIMEOUT(window->state() == TrainingState::Crashed, 60'000);
        QVERIFY(window->resumable());
        ++kills;
    }
    QCOMPARE(kills, 20);
    TrainingProcess last;
    QVERIFY(last.start(command).ok());
    QTRY_VERIFY_WITH_TIMEOUT(last.state() == TrainingState::Finished, 120'000);
    QVERIFY(!m_runs->adapterOf(QStringLiteral("whole")).isEmpty());
    QVERIFY(m_runs->adapterOf(QStringLiteral("killed")) == m_runs->adapterOf(QStringLiteral("whole")));
}

void WatchedTrainingTest::pausedTrainingKeepsItsNumbers() {
    QCOMPARE(QProcess::execute(kProgram, m_runs->arguments(QStringLiteral("whole"), 400, 5)), 0);
    TrainingProcess process;
    Watch watch(process);
    QVERIFY(process.start(command(QStringLiteral("paused"), 400)).ok());
    QTRY_VERIFY_WITH_TIMEOUT(watch.last.step >= 3, 60'000);
    QVERIFY(process.ask(TrainingRequest::Pause).ok());
    QTRY_VERIFY_WITH_TIMEOUT(process.state() == TrainingState::Paused, 60'000);
    const jobs::TrainingStep before = watch.last;
    QVERIFY(before.step < 400);
    QVERIFY(process.ask(TrainingRequest::Sample).ok());
    QTRY_COMPARE_WITH_TIMEOUT(watch.samples, 1, 60'000); // it hears, and stands still
    QCOMPARE(watch.last.step, before.step);
    QVERIFY(process.ask(TrainingRequest::Resume).ok());
    QTRY_VERIFY_WITH_TIMEOUT(watch.last.step > before.step, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(process.state() == TrainingState::Finished, 120'000);
    QVERIFY(m_runs->adapterOf(QStringLiteral("paused")) == m_runs->adapterOf(QStringLiteral("whole")));
}

void WatchedTrainingTest::pausedTrainingStopsAndSamples() {
    TrainingProcess process;
    Watch watch(process);
    QVERIFY(process.start(command(QStringLiteral("run"), 4000)).ok());
    QTRY_VERIFY_WITH_TIMEOUT(watch.last.step >= 1, 60'000);
    QVERIFY(process.ask(TrainingRequest::Pause).ok());
    QTRY_VERIFY_WITH_TIMEOUT(process.state() == TrainingState::Paused, 60'000);
    QVERIFY(process.ask(TrainingRequest::Sample).ok());
    QTRY_COMPARE_WITH_TIMEOUT(watch.samples, 1, 60'000);
    QVERIFY(process.state() == TrainingState::Paused);
    QVERIFY(process.ask(TrainingRequest::Stop).ok());
    QTRY_VERIFY_WITH_TIMEOUT(process.state() == TrainingState::Stopped, 60'000);
    QVERIFY(process.resumable());
    QVERIFY(m_runs->adapterOf(QStringLiteral("run")).isEmpty());
}

void WatchedTrainingTest::refusalIsToldInItsOwnWords() {
    TrainingProcess::Command nothing = command(QStringLiteral("run"), 5);
    nothing.arguments[nothing.arguments.indexOf(QStringLiteral("--data")) + 1] = QStringLiteral("/nowhere");
    TrainingProcess process;
    QVERIFY(process.start(nothing).ok());
    QTRY_VERIFY_WITH_TIMEOUT(process.state() == TrainingState::Failed, 60'000);
    QCOMPARE(process.failure(), QStringLiteral("There is no data at /nowhere."));
    QVERIFY(process.resumable()); // from the start, when the data is back
}

QTEST_GUILESS_MAIN(WatchedTrainingTest)
#include "test_watched_training.moc"
