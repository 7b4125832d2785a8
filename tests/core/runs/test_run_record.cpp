#include "core/runs/run_verdict.h"
#include "tests/core/runs/run_fixture.h"

#include <QTest>

using namespace rb;
using namespace rb::runs;
using namespace rb::test;

class TestRunRecord : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsThatAreDoneAgainCountOnce();
    void lookThatIsRepeatedReplacesTheFirst();
    void sampleOnRequestIsNoLook();
    void speedIsThatOfTheLastSteps();
    void verdicts_data();
    void verdicts();
};

static RunRecord recordOf(const QByteArray& log) {
    RunRecord record;
    for (const QByteArray& line : log.split('\n'))
        if (const auto message = jobs::parseTrainingMessage(line)) record.take(*message);
    return record;
}

void TestRunRecord::stepsThatAreDoneAgainCountOnce() {
    QByteArray log = startLine(0);
    for (int i = 1; i <= 7; ++i) log += stepLine(i, 1);
    log += startLine(5); // the checkpoint was that of step 5
    for (int i = 6; i <= 8; ++i) log += stepLine(i, 2);
    const RunRecord record = recordOf(log);
    QCOMPARE(record.steps().size(), std::size_t{8});
    for (std::size_t i = 0; i < 8; ++i) {
        QCOMPARE(record.steps()[i].step, qint64(i + 1));
        QCOMPARE(record.steps()[i].loss, i < 5 ? 1.0 : 2.0);
    }
}

void TestRunRecord::lookThatIsRepeatedReplacesTheFirst() {
    const RunRecord record = recordOf(scoreLine(0, 1) + scoreLine(10, 2) + startLine(5) + scoreLine(10, 3));
    QCOMPARE(record.scores().size(), std::size_t{2});
    QCOMPARE(record.scores()[1].values[QStringLiteral("cider")], 3.0);
}

void TestRunRecord::sampleOnRequestIsNoLook() {
    const QByteArray items = R"(,"step":4,"items":[{"id":"regions:1","caption":"a","references":["b"]}]})";
    const RunRecord record = recordOf(R"({"event":"sample")" + items + "\n" + R"({"event":"captions")" + items + "\n");
    QCOMPARE(record.captions().size(), std::size_t{1});
    QVERIFY(record.sample());
    QCOMPARE(record.sample()->items.size(), std::size_t{1});
}

void TestRunRecord::speedIsThatOfTheLastSteps() {
    QByteArray log;
    for (int i = 1; i <= 40; ++i) log += stepLine(i, 1);
    QCOMPARE(recordOf(log).captionsASecond(), 32.0); // 16 captions in half a second
    QCOMPARE(recordOf(stepLine(1, 1)).captionsASecond(), 0.0);
}

void TestRunRecord::verdicts_data() {
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<int>("verdict");
    QByteArray falling, flat;
    for (int i = 1; i <= 100; ++i) {
        falling += stepLine(i, 3 - 0.02 * i);
        flat += stepLine(i, i % 2 ? 3.0 : 3.01);
    }
    QTest::newRow("nothing") << QByteArray() << int(Verdict::TooEarly);
    QTest::newRow("few steps") << stepLine(1, 3) + stepLine(2, 3) << int(Verdict::TooEarly);
    QTest::newRow("falls") << falling << int(Verdict::Learning);
    QTest::newRow("flat") << flat << int(Verdict::NotLearning);
    QTest::newRow("better") << scoreLine(0, 2) + falling + scoreLine(50, 2.3) << int(Verdict::Better);
    QTest::newRow("within chance") << scoreLine(0, 2) + falling + scoreLine(50, 1.9) << int(Verdict::Learning);
    QTest::newRow("worse") << scoreLine(0, 2) + falling + scoreLine(50, 1.7) << int(Verdict::WorseThanBase);
    QTest::newRow("recovered") << scoreLine(0, 2) + falling + scoreLine(50, 1.7) + scoreLine(60, 2.5) << int(Verdict::Better);
    QTest::newRow("base unknown") << falling + scoreLine(50, 2) + scoreLine(60, 1) << int(Verdict::Learning);
}

void TestRunRecord::verdicts() {
    QFETCH(const QByteArray, log);
    QFETCH(const int, verdict);
    QCOMPARE(int(verdictOf(recordOf(log))), verdict);
}

QTEST_GUILESS_MAIN(TestRunRecord)
#include "test_run_record.moc"
