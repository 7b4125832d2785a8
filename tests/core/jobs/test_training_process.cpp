#include "core/jobs/training_process.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace rb::jobs;

/// A shell script stands in for the trainer: it writes the log's lines and obeys the file `control`.
class TestTrainingProcess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void trainingIsWatchedToItsEnd();
    void closedWindowLeavesItAloneAndTheNextOneSeesAllOfIt();
    void requestsReachIt();
    void killedTrainingIsCrashedAndResumable();
    void refusalBeforeTheFirstStepIsToldInItsOwnWords();
    void stopWhileItStillLoadsEndsIt();
    void secondTrainingInTheSameFolderIsRefused();
    void programThatIsNotThereIsRefused();
    void resumedTrainingIsJudgedByItsOwnWords();
    void folderWithoutTrainingIsNone();

private:
    QString run() const { return m_folder->filePath(QStringLiteral("run")); }
    TrainingProcess::Command command(const QString& how) const { return {m_folder->filePath(QStringLiteral("trainer.sh")), {how, run()}, run()}; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

static const char kScript[] = R"(#!/bin/sh
# train HOW FOLDER --progress json
how=$2; run=$3; log=$run/log.jsonl
tell() { echo "$1" >> "$log"; }
case $how in
refuse) echo "regionblip: $run has no caption to learn from." >&2; exit 2;;
load) exec sleep 60;;
esac
stat=$(cat /proc/$$/stat); set -- ${stat##*) }; shift 19
tell "{\"event\":\"start\",\"step\":0,\"process\":$$,\"host\":\"$(uname -n)\",\"process_start\":\"$1\",\"boot\":\"$(cat /proc/sys/kernel/random/boot_id)\"}"
mkdir -p "$run/checkpoints/step-000000000"
tell '{"event":"step","step":1,"steps":4,"loss":2}'
if [ "$how" = wait ]; then
    : > "$run/control"; read=0 # what it was told before is done
    while :; do
        all=$(wc -l < "$run/control")
        while [ $read -lt $all ]; do
            read=$((read + 1)); word=$(sed -n ${read}p "$run/control")
            case $word in
            pause) tell '{"event":"paused","step":1}';;
            resume) tell '{"event":"resumed","step":1}';;
            stop) tell '{"event":"end","stopped":true}'; exit 0;;
            *) tell "{\"event\":\"message\",\"text\":\"$word\"}";;
            esac
        done
        sleep 0.02
    done
fi
if [ "$how" = fail ]; then tell '{"event":"failed","text":"The loss is no number."}'; exit 1; fi
tell '{"event":"step","step":2,"steps":4,"loss":1}'
tell '{"event":"end","stopped":false}'
)";

void TestTrainingProcess::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QFile script(m_folder->filePath(QStringLiteral("trainer.sh")));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(kScript);
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void TestTrainingProcess::cleanup() {
    TrainingProcess left;
    left.attach(run());
    left.kill();
    QTRY_VERIFY_WITH_TIMEOUT(!left.isActive(), 10'000);
}

void TestTrainingProcess::trainingIsWatchedToItsEnd() {
    TrainingProcess process;
    std::vector<qint64> steps;
    connect(&process, &TrainingProcess::told, this, [&](const TrainingMessage& message) {
        if (const auto* step = std::get_if<TrainingStep>(&message)) steps.push_back(step->step);
    });
    QVERIFY(process.start(command(QStringLiteral("all"))).ok());
    QCOMPARE(process.state(), TrainingState::Starting);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), TrainingState::Finished, 20'000);
    QCOMPARE(steps, std::vector<qint64>({1, 2}));
    QVERIFY(!process.resumable());
    QCOMPARE(process.failure(), QString());
}

void TestTrainingProcess::closedWindowLeavesItAloneAndTheNextOneSeesAllOfIt() {
    {
        TrainingProcess first;
        QVERIFY(first.start(command(QStringLiteral("wait"))).ok());
        QTRY_COMPARE_WITH_TIMEOUT(first.state(), TrainingState::Running, 20'000);
    }
    TrainingProcess second;
    QSignalSpy told(&second, &TrainingProcess::told);
    second.attach(run());
    QCOMPARE(second.state(), TrainingState::Running);
    QTRY_COMPARE_WITH_TIMEOUT(told.count(), 2, 20'000); // start and step 1
    QVERIFY(second.ask(TrainingRequest::Stop).ok());
    QTRY_COMPARE_WITH_TIMEOUT(second.state(), TrainingState::Stopped, 20'000);
    QVERIFY(second.resumable());
}

void TestTrainingProcess::requestsReachIt() {
    TrainingProcess process;
    QStringList heard;
    connect(&process, &TrainingProcess::told, this, [&](const TrainingMessage& message) {
        if (const auto* text = std::get_if<TrainingText>(&message)) heard << text->text;
    });
    QVERIFY(process.start(command(QStringLiteral("wait"))).ok());
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), TrainingState::Running, 20'000);
    QVERIFY(process.ask(TrainingRequest::Pause).ok());
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), TrainingState::Paused, 20'000);
    QVERIFY(process.ask(TrainingRequest::Resume).ok());
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), TrainingState::Running, 20'000);
    QVERIFY(process.ask(TrainingRequest::Checkpoint).ok());
    QVERIFY(process.ask(TrainingRequest::Sample).ok());
    QTRY_COMPARE_WITH_TIMEOUT(heard.join(QLatin1Char(' ')), QStringLiteral("checkpoint sample"), 20'000);
}

void TestTrainingProcess::killedTrainingIsCrashedAndResumable() {
    TrainingProcess process;
    QVERIFY(process.start(command(QStringLiteral("wait"))).ok());
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), TrainingState::Running, 20'000);
    process.kill();
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), TrainingState::Crashed, 20'000);
    QVERIFY(process.resumable());
    QVERIFY(!process.ask(TrainingRequest::Pause).ok());
}

void TestTrainingProcess::refusalBeforeTheFirstStepIsToldInItsOwnWords() {
    TrainingProcess process;
    QVERIFY(process.start(command(QStringLiteral("refuse"))).ok());
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), TrainingState::Failed, 20'000);
    QCOMPARE(process.failure(), run() + QStringLiteral(" has no caption to learn from."));
    QVERIFY(process.resumable()); // when there is one
    QVERIFY(process.start(command(QStringLiteral("fail"))).ok());
    QTRY_COMPARE_WITH_TIMEOUT(process.failure(), QStringLiteral("The loss is no number."), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), TrainingState::Failed, 20'000);
    QVERIFY(process.resumable());
}

void TestTrainingProcess::stopWhileItStillLoadsEndsIt() {
    TrainingProcess process;
    QVERIFY(process.start(command(QStringLiteral("load"))).ok());
    QVERIFY(!process.ask(TrainingRequest::Sample).ok());
    QVERIFY(process.ask(TrainingRequest::Stop).ok());
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), TrainingState::Stopped, 20'000);
}

void TestTrainingProcess::secondTrainingInTheSameFolderIsRefused() {
    TrainingProcess first, second;
    QVERIFY(first.start(command(QStringLiteral("load"))).ok());
    const rb::Status refused = second.start(command(QStringLiteral("all")));
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().code == rb::ErrorCode::Locked);
    QCOMPARE(second.state(), TrainingState::Starting); // it watches the other one
}

void TestTrainingProcess::programThatIsNotThereIsRefused() {
    TrainingProcess process;
    TrainingProcess::Command nothing = command(QStringLiteral("all"));
    nothing.program = m_folder->filePath(QStringLiteral("nothing"));
    QVERIFY(!process.start(nothing).ok());
    QVERIFY(!process.isActive());
}

void TestTrainingProcess::resumedTrainingIsJudgedByItsOwnWords() {
    TrainingProcess process;
    QVERIFY(process.start(command(QStringLiteral("wait"))).ok());
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), TrainingState::Running, 20'000);
    QVERIFY(process.ask(TrainingRequest::Pause).ok());
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), TrainingState::Paused, 20'000);
    process.kill();
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), TrainingState::Crashed, 20'000);
    QVERIFY(process.start(command(QStringLiteral("wait"))).ok());
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), TrainingState::Running, 20'000); // not paused, as the first one was
}

void TestTrainingProcess::folderWithoutTrainingIsNone() {
    TrainingProcess process;
    process.attach(run());
    QCOMPARE(process.state(), TrainingState::None);
    QVERIFY(!process.resumable());
    QVERIFY(!process.ask(TrainingRequest::Stop).ok());
}

QTEST_GUILESS_MAIN(TestTrainingProcess)
#include "test_training_process.moc"
