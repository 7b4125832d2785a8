#include "tests/app/cli/training_runs.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <csignal>
#include <memory>

using namespace rb::test;

/// A training that is killed at ten random steps ends with the same bits as an undisturbed one.
class KilledTrainingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_runs = std::make_unique<TrainingRuns>(9); }
    void tenKillsChangeNoBit();
    void aStopIsObeyedAndResumed();
    void dryRunWritesNothing();
    void failuresAreOneSentence_data();
    void failuresAreOneSentence();

private:
    QStringList arguments(const QString& run, int steps) const { return m_runs->arguments(run, steps, 5); }
    QByteArray adapterOf(const QString& run) const { return m_runs->adapterOf(run); }

    std::unique_ptr<TrainingRuns> m_runs;
};

/// Reads JSON lines until step `wanted` was reported; false when the program ended before.
static bool waitForStep(QProcess& process, int wanted) {
    while (process.state() == QProcess::Running || process.canReadLine()) {
        while (process.canReadLine()) {
            const auto line = nlohmann::json::parse(process.readLine().toStdString(), nullptr, false);
            if (line.is_object() && line.value("event", "") == "step" && line.value("step", 0) >= wanted) return true;
        }
        process.waitForReadyRead(1000);
    }
    return false;
}

void KilledTrainingTest::tenKillsChangeNoBit() {
    constexpr int kSteps = 60;
    QCOMPARE(QProcess::execute(kProgram, arguments(QStringLiteral("whole"), kSteps)), 0);
    int kills = 0;
    for (int wanted = 4; kills < 10; wanted += 5 + kills % 3) {
        QProcess process;
        process.start(kProgram, arguments(QStringLiteral("killed"), kSteps));
        QVERIFY(process.waitForStarted());
        if (!waitForStep(process, std::min(wanted, kSteps - 1))) break;
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        QVERIFY(process.waitForFinished());
        ++kills;
    }
    QCOMPARE(kills, 10);
    QCOMPARE(QProcess::execute(kProgram, arguments(QStringLiteral("killed"), kSteps)), 0);
    QVERIFY(!adapterOf(QStringLiteral("whole")).isEmpty());
    QVERIFY(adapterOf(QStringLiteral("killed")) == adapterOf(QStringLiteral("whole")));
}

void KilledTrainingTest::aStopIsObeyedAndResumed() {
    QProcess process;
    process.start(kProgram, arguments(QStringLiteral("run"), 400));
    QVERIFY(process.waitForStarted());
    QVERIFY(waitForStep(process, 3));
    QProcess other;
    other.start(kProgram, arguments(QStringLiteral("run"), 400));
    QVERIFY(other.waitForFinished(30000));
    QCOMPARE(other.exitCode(), 1);
    QVERIFY(other.readAllStandardError().contains("Another training is writing"));
    process.write("stop\n");
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().contains("--resume"));
    QVERIFY(adapterOf(QStringLiteral("run")).isEmpty());
    QVERIFY(QDir(m_runs->path(QStringLiteral("run/checkpoints"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() > 1);
}

void KilledTrainingTest::dryRunWritesNothing() {
    QProcess process;
    process.start(kProgram, arguments(QStringLiteral("run"), 5) << QStringLiteral("--dry-run"));
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().contains("\"event\":\"estimate\""));
    QVERIFY(!QDir(m_runs->path(QStringLiteral("run"))).exists());
}

void KilledTrainingTest::failuresAreOneSentence_data() {
    QTest::addColumn<QStringList>("changed");
    QTest::addColumn<int>("code");
    QTest::newRow("no data") << QStringList{QStringLiteral("--data"), QStringLiteral("/nowhere")} << 1;
    QTest::newRow("no model") << QStringList{QStringLiteral("--model"), QStringLiteral("/nowhere")} << 1;
    QTest::newRow("unknown preset") << QStringList{QStringLiteral("--preset"), QStringLiteral("magic")} << 2;
    QTest::newRow("unknown term") << QStringList{QStringLiteral("--terms"), QStringLiteral("magic")} << 2;
}

void KilledTrainingTest::failuresAreOneSentence() {
    QFETCH(const QStringList, changed);
    QFETCH(const int, code);
    QStringList all = arguments(QStringLiteral("run"), 5);
    if (const qsizetype at = all.indexOf(changed.first()); at >= 0) all[at + 1] = changed.last();
    else all += changed;
    QProcess process;
    process.start(kProgram, all);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), code);
    QVERIFY(!process.readAllStandardError().isEmpty());
    QVERIFY(!QDir(m_runs->path(QStringLiteral("run"))).exists());
}

QTEST_GUILESS_MAIN(KilledTrainingTest)
#include "test_killed_training.moc"
