#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <csignal>
#include <memory>

/// A training of two processes, as torchrun, Slurm or mpirun would start them.
class TwoProcessesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
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
    QByteArray adapterOf(const QString& run) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    mutable int m_port = 31000;
};

static const QString kProgram = QStringLiteral(RB_PROGRAMS "/regionblip");

void TwoProcessesTest::init() {
    m_port = 31000 + static_cast<int>(QCoreApplication::applicationPid() % 5000);
    m_folder = std::make_unique<QTemporaryDir>();
    nlohmann::json records = nlohmann::json::array();
    for (int i = 0; i < 12; ++i) {
        const std::string picture = std::string(RB_TEST_DATA) + "/regionblip/picture" + std::to_string(i % 3) + ".png";
        records.push_back({{"image", picture}, {"bbox", {2 + i, 3, 20, 30 - i}}, {"caption", "a caption of " + std::to_string(i)}});
    }
    QFile list(m_folder->filePath(QStringLiteral("regions.json")));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write(QByteArray::fromStdString(records.dump()));
}

QStringList TwoProcessesTest::arguments(const QString& run, int steps) const {
    return {QStringLiteral("train"), QStringLiteral("--data"), m_folder->filePath(QStringLiteral("regions.json")),
            QStringLiteral("--model"), QStringLiteral(RB_TEST_DATA "/regionblip/tiny-opt"), QStringLiteral("--steps"), QString::number(steps),
            QStringLiteral("--preset"), QStringLiteral("regionblip"), QStringLiteral("--modality"), QStringLiteral("image_region"),
            QStringLiteral("--batch"), QStringLiteral("3"), QStringLiteral("--checkpoint-every"), QStringLiteral("50"),
            QStringLiteral("--threads"), QStringLiteral("1"), QStringLiteral("--progress"), QStringLiteral("json"),
            QStringLiteral("--resume"), QStringLiteral("--output"), m_folder->filePath(run)};
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

QByteArray TwoProcessesTest::adapterOf(const QString& run) const {
    QFile file(m_folder->filePath(run + QStringLiteral("/adapter.safetensors")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
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
    QFile log(m_folder->filePath(QStringLiteral("run/log.jsonl")));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QCOMPARE(log.readAll().count('\n'), 6);
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
