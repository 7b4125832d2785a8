#include "tests/app/cli/training_runs.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <csignal>
#include <memory>

using namespace rb::test;

/// A training of two processes, as torchrun, Slurm or mpirun would start them.
class TwoProcessesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_port = 31000 + static_cast<int>(QCoreApplication::applicationPid() % 5000);
        m_runs = std::make_unique<TrainingRuns>(12);
    }
    void twoProcessesLeaveOneAdapter();
    void aKilledProcessEndsTheOtherWithAGoodCheckpoint();
    void otherNumbersOfProcessesAreRefusedOnResume();

private:
    struct Pair {
        QProcess first, second;
        bool finish(int milliseconds) { return first.waitForFinished(milliseconds) && second.waitForFinished(milliseconds); }
    };
    std::unique_ptr<Pair> start(const QString& run, int steps) const;
    void startRank(QProcess& process, int rank, const QString& run, int steps) const;
    QStringList arguments(const QString& run, int steps) const;
    QByteArray adapterOf(const QString& run) const { return m_runs->adapterOf(run); }

    std::unique_ptr<TrainingRuns> m_runs;
    mutable int m_port = 31000;
};

QStringList TwoProcessesTest::arguments(const QString& run, int steps) const {
    return m_runs->arguments(run, steps, 50) << QStringLiteral("--preset") << QStringLiteral("regionblip") << QStringLiteral("--modality")
                                             << QStringLiteral("image_region");
}

void TwoProcessesTest::startRank(QProcess& process, int rank, const QString& run, int steps) const {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("RANK"), QString::number(rank));
    environment.insert(QStringLiteral("WORLD_SIZE"), QStringLiteral("2"));
    environment.insert(QStringLiteral("MASTER_ADDR"), QStringLiteral("127.0.0.1"));
    environment.insert(QStringLiteral("MASTER_PORT"), QString::number(m_port));
    process.setProcessEnvironment(environment);
    process.start(kProgram, arguments(run, steps));
}

std::unique_ptr<TwoProcessesTest::Pair> TwoProcessesTest::start(const QString& run, int steps) const {
    ++m_port;
    auto pair = std::make_unique<Pair>();
    startRank(pair->first, 0, run, steps);
    startRank(pair->second, 1, run, steps);
    return pair;
}

static std::vector<nlohmann::json> stepsIn(const QByteArray& output) {
    std::vector<nlohmann::json> steps;
    for (const QByteArray& line : output.split('\n')) {
        auto json = nlohmann::json::parse(line.toStdString(), nullptr, false);
        if (json.is_object() && json.value("event", "") == "step") steps.push_back(std::move(json));
    }
    return steps;
}

void TwoProcessesTest::twoProcessesLeaveOneAdapter() {
    const auto pair = start(QStringLiteral("run"), 6);
    QVERIFY(pair->finish(60000));
    const QByteArray said = pair->first.readAllStandardError();
    QVERIFY2(pair->first.exitCode() == 0 && pair->second.exitCode() == 0, said.constData());
    const auto steps = stepsIn(pair->first.readAllStandardOutput());
    QCOMPARE(steps.size(), std::size_t{6});
    QCOMPARE(steps[0]["captions"].get<int>(), 4); // a picture's, two for each process
    QVERIFY(pair->second.readAllStandardOutput().isEmpty());
    QVERIFY(!adapterOf(QStringLiteral("run")).isEmpty());
    QFile log(m_runs->path(QStringLiteral("run/log.jsonl")));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QCOMPARE(stepsIn(log.readAll()).size(), std::size_t{6}); // one of both wrote it
}

void TwoProcessesTest::aKilledProcessEndsTheOtherWithAGoodCheckpoint() {
    QVERIFY(start(QStringLiteral("whole"), 30)->finish(120000));
    auto pair = start(QStringLiteral("killed"), 30);
    QByteArray output;
    while (stepsIn(output).size() < 5 && pair->first.waitForReadyRead(30000)) output += pair->first.readAllStandardOutput();
    ::kill(static_cast<pid_t>(pair->second.processId()), SIGKILL);
    QElapsedTimer clock;
    clock.start();
    QVERIFY2(pair->finish(10000), "the other process ends within ten seconds");
    QCOMPARE(pair->first.exitCode(), 1);
    const QByteArray said = pair->first.readAllStandardError();
    QVERIFY2(said.contains("Another process") && said.contains("--resume") && said.count('\n') == 1, said.constData());
    QVERIFY(adapterOf(QStringLiteral("killed")).isEmpty());
    pair = start(QStringLiteral("killed"), 30);
    QVERIFY(pair->finish(120000));
    QCOMPARE(pair->first.exitCode(), 0);
    QVERIFY(stepsIn(pair->first.readAllStandardOutput()).front()["step"].get<int>() > 5);
    QVERIFY(!adapterOf(QStringLiteral("whole")).isEmpty());
    QVERIFY(adapterOf(QStringLiteral("killed")) == adapterOf(QStringLiteral("whole")));
}

void TwoProcessesTest::otherNumbersOfProcessesAreRefusedOnResume() {
    QVERIFY(start(QStringLiteral("run"), 4)->finish(60000));
    QProcess alone;
    alone.start(kProgram, arguments(QStringLiteral("run"), 8));
    QVERIFY(alone.waitForFinished(60000));
    QCOMPARE(alone.exitCode(), 2);
    QVERIFY(alone.readAllStandardError().contains("other options"));
}

QTEST_GUILESS_MAIN(TwoProcessesTest)
#include "test_two_processes.moc"
