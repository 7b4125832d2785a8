#include "core/jobs/training_log_reader.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace rb::jobs;

class TestTrainingMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepHasAllItsFigures();
    void lossThatIsNoNumberIsNaN();
    void scoresKeepTheirNamesAndIntervals();
    void captionsStandBesideWhatPeopleWrote();
    void findingsOfTheDataCheckComeWithTheirExample();
    void startNamesItsProcess();
    void cutAndForeignLinesAreNothing_data();
    void cutAndForeignLinesAreNothing();
    void logGivesEachWholeLineOnce();
};

void TestTrainingMessages::stepHasAllItsFigures() {
    const auto message = parseTrainingMessage(R"({"event":"step","step":3,"steps":60,"progress":0.05,"modality":"image_region","loss":2.5,)"
                                              R"("smoothed_loss":2.75,"itc":0.5,"itm":0.25,"itg":1.0,"llm":2.0,"reg":0.125,"gradient_norm":4.5,)"
                                              R"("learning_rate":0.001,"captions":16,"seconds":1.5,"seconds_left":28.5,"skipped":false})");
    QVERIFY(message);
    const auto& step = std::get<TrainingStep>(*message);
    QCOMPARE(step.step, 3);
    QCOMPARE(step.steps, 60);
    QCOMPARE(step.progress, 0.05);
    QCOMPARE(step.modality, QStringLiteral("image_region"));
    QCOMPARE(step.loss, 2.5);
    QCOMPARE(step.smoothedLoss, 2.75);
    QCOMPARE(step.itc + step.itm + step.itg + step.llm + step.reg, 3.875);
    QCOMPARE(step.gradientNorm, 4.5);
    QCOMPARE(step.learningRate, 0.001);
    QCOMPARE(step.captions, 16);
    QCOMPARE(step.seconds, 1.5);
    QCOMPARE(step.secondsLeft, 28.5);
    QVERIFY(!step.skipped);
}

void TestTrainingMessages::lossThatIsNoNumberIsNaN() {
    const auto message = parseTrainingMessage(R"({"event":"step","step":1,"loss":null,"skipped":true})");
    QVERIFY(message);
    QVERIFY(std::isnan(std::get<TrainingStep>(*message).loss));
    QVERIFY(std::get<TrainingStep>(*message).skipped);
}

void TestTrainingMessages::scoresKeepTheirNamesAndIntervals() {
    const auto message = parseTrainingMessage(R"({"event":"evaluation","step":100,"cider":2.25,"cider_low":2.0,"cider_high":2.5,"items":40})");
    QVERIFY(message);
    const auto& scores = std::get<TrainingScores>(*message);
    QCOMPARE(scores.step, 100);
    const QMap<QString, double> expected{{QStringLiteral("cider"), 2.25}, {QStringLiteral("cider_low"), 2.0}, {QStringLiteral("cider_high"), 2.5}, {QStringLiteral("items"), 40}};
    QCOMPARE(scores.values, expected);
}

void TestTrainingMessages::captionsStandBesideWhatPeopleWrote() {
    for (const bool onRequest : {false, true}) {
        const QByteArray event = onRequest ? "sample" : "captions";
        const auto message = parseTrainingMessage("{\"event\":\"" + event + R"(","step":7,"items":[{"id":"regions:4","modality":"image_region",)"
                                                  R"("caption":"a dog","references":["ein Hund","狗"],"cider":1.5,"rouge_l":0.5}]})");
        QVERIFY(message);
        const auto& captions = std::get<TrainingCaptions>(*message);
        QCOMPARE(captions.onRequest, onRequest);
        QCOMPARE(captions.items.size(), std::size_t{1});
        QCOMPARE(captions.items[0].id, QStringLiteral("regions:4"));
        QCOMPARE(captions.items[0].references, QStringList({QStringLiteral("ein Hund"), QString::fromUtf8("狗")}));
        QCOMPARE(captions.items[0].cider, 1.5);
    }
}

void TestTrainingMessages::findingsOfTheDataCheckComeWithTheirExample() {
    const auto message = parseTrainingMessage(R"({"event":"data","samples":57,"left_out":3,"modalities":{"image":7,"image_region":50},)"
                                              R"("findings":[{"kind":"missing file","count":3,"left_out":true,"example":"regions:9: a.png"}],"parameters":123456})");
    QVERIFY(message);
    const auto& data = std::get<TrainingData>(*message);
    QCOMPARE(data.samples, 57);
    QCOMPARE(data.leftOut, 3);
    QCOMPARE(data.modalities.value(QStringLiteral("image_region")), 50);
    QCOMPARE(data.findings.size(), std::size_t{1});
    QCOMPARE(data.findings[0].example, QStringLiteral("regions:9: a.png"));
    QVERIFY(data.findings[0].leftOut);
    QCOMPARE(data.parameters, 123456);
}

void TestTrainingMessages::startNamesItsProcess() {
    const ProcessMark own = ownMark();
    QJsonObject line = toJson(own);
    line[QStringLiteral("event")] = QStringLiteral("start");
    line[QStringLiteral("step")] = 5;
    const auto message = parseTrainingMessage(QJsonDocument(line).toJson(QJsonDocument::Compact));
    QVERIFY(message);
    QCOMPARE(std::get<TrainingBegan>(*message).step, 5);
    QVERIFY(std::get<TrainingBegan>(*message).process == own);
    QVERIFY(isAlive(own));
    ProcessMark earlier = own; // a process of before that had the same number
    earlier.start = "1";
    QVERIFY(!isAlive(earlier));
}

void TestTrainingMessages::cutAndForeignLinesAreNothing_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray(R"({"event":"step","step":3,"lo)");
    QTest::newRow("list") << QByteArray(R"([1,2])");
    QTest::newRow("other event") << QByteArray(R"({"event":"party"})");
    QTest::newRow("no event") << QByteArray(R"({"step":3})");
}

void TestTrainingMessages::cutAndForeignLinesAreNothing() {
    QFETCH(const QByteArray, line);
    QVERIFY(!parseTrainingMessage(line));
}

void TestTrainingMessages::logGivesEachWholeLineOnce() {
    const QTemporaryDir folder;
    TrainingLogReader reader(folder.filePath(QStringLiteral("log.jsonl")));
    std::vector<qint64> steps;
    const auto read = [&] { reader.read([&](const TrainingMessage& message) { steps.push_back(std::get<TrainingStep>(message).step); }); };
    read();
    QVERIFY(steps.empty());
    QFile log(folder.filePath(QStringLiteral("log.jsonl")));
    QVERIFY(log.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    log.write("{\"event\":\"step\",\"step\":1}\n{\"event\":\"step\",\"st");
    read();
    QCOMPARE(steps, std::vector<qint64>({1}));
    log.write("ep\":2}\n\n{\"event\":\"step\",\"step\":3}\n");
    read();
    read();
    QCOMPARE(steps, std::vector<qint64>({1, 2, 3}));
}

QTEST_GUILESS_MAIN(TestTrainingMessages)
#include "test_training_messages.moc"
