#include "tests/app/cli/training_runs.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace rb::test;

/// A training is looked at while it runs: scores on held-out captions, and samples on request.
class TrainingReviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scoresComeWhileItRunsAndChangeNoBit();
    void theEndIsScoredOnce();
    void captionsOfTheSameThingsComeWithEachLook();
    void samplesComeOnRequest();
    void theAdapterKeepsItsScores();
    void withoutHeldOutCaptionsNothingIsScored();

private:
    using Lines = std::vector<nlohmann::json>;
    static Lines linesOf(const QByteArray& output);
    static Lines events(const Lines& lines, const char* event);
    Lines train(const TrainingRuns& runs, const QString& run, const QStringList& more = {}, const QByteArray& input = {}) const;
};

TrainingReviewTest::Lines TrainingReviewTest::linesOf(const QByteArray& output) {
    Lines lines;
    for (const QByteArray& line : output.split('\n'))
        if (!line.isEmpty()) lines.push_back(nlohmann::json::parse(line.toStdString()));
    return lines;
}

TrainingReviewTest::Lines TrainingReviewTest::events(const Lines& lines, const char* event) {
    Lines found;
    for (const auto& line : lines)
        if (line.at("event") == event) found.push_back(line);
    return found;
}

TrainingReviewTest::Lines TrainingReviewTest::train(const TrainingRuns& runs, const QString& run, const QStringList& more, const QByteArray& input) const {
    QProcess process;
    process.start(kProgram, runs.arguments(run, 8, 4) + more);
    process.write(input);
    process.waitForFinished(120'000);
    return linesOf(process.readAllStandardOutput());
}

void TrainingReviewTest::scoresComeWhileItRunsAndChangeNoBit() {
    const TrainingRuns runs(9, 4);
    const Lines plain = train(runs, QStringLiteral("plain"));
    const Lines watched = train(runs, QStringLiteral("watched"), {QStringLiteral("--evaluate-every"), QStringLiteral("3")}, "sample\n");
    QCOMPARE(events(plain, "evaluation").size(), std::size_t{1}); // at the end
    const Lines evaluations = events(watched, "evaluation");
    QCOMPARE(evaluations.size(), std::size_t{4});
    const int steps[] = {0, 3, 6, 8}; // 0: the model before
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(evaluations[i].at("step").get<int>(), steps[i]);
        QCOMPARE(evaluations[i].at("items").get<double>(), 4.0);
        QVERIFY(evaluations[i].at("cider_low") <= evaluations[i].at("cider") && evaluations[i].at("cider") <= evaluations[i].at("cider_high"));
        QVERIFY(evaluations[i].contains("cider") && evaluations[i].contains("bleu_4") && evaluations[i].contains("rouge_l"));
    }
    QVERIFY(!runs.adapterOf(QStringLiteral("plain")).isEmpty());
    QCOMPARE(runs.adapterOf(QStringLiteral("watched")), runs.adapterOf(QStringLiteral("plain")));
}

void TrainingReviewTest::theEndIsScoredOnce() {
    const TrainingRuns runs(9, 4);
    const Lines evaluations = events(train(runs, QStringLiteral("run"), {QStringLiteral("--evaluate-every"), QStringLiteral("4")}), "evaluation");
    QCOMPARE(evaluations.size(), std::size_t{3}); // steps 0, 4 and 8
    QFile log(runs.path(QStringLiteral("run/log.jsonl")));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QVERIFY(events(linesOf(log.readAll()), "evaluation") == evaluations);
}

void TrainingReviewTest::captionsOfTheSameThingsComeWithEachLook() {
    const Lines looks = events(train(TrainingRuns(9, 4), QStringLiteral("run"), {QStringLiteral("--evaluate-every"), QStringLiteral("4")}), "captions");
    QCOMPARE(looks.size(), std::size_t{3});
    for (const auto& look : looks) {
        QCOMPARE(look.at("items").size(), std::size_t{4});
        for (std::size_t i = 0; i < 4; ++i) QVERIFY(look.at("items")[i].at("id") == looks[0].at("items")[i].at("id"));
    }
}

void TrainingReviewTest::samplesComeOnRequest() {
    const Lines samples = events(train(TrainingRuns(9, 4), QStringLiteral("run"), {}, "sample\n"), "sample");
    QCOMPARE(samples.size(), std::size_t{1});
    const auto& items = samples[0].at("items");
    QCOMPARE(items.size(), std::size_t{4});
    for (const auto& item : items) {
        QCOMPARE(QString::fromStdString(item.at("modality")), QStringLiteral("image_region"));
        QVERIFY(!item.at("caption").get<std::string>().empty());
        QVERIFY(item.at("references")[0].get<std::string>().starts_with("a caption of"));
    }
}

void TrainingReviewTest::theAdapterKeepsItsScores() {
    const TrainingRuns runs(9, 4);
    const Lines lines = train(runs, QStringLiteral("run"));
    QProcess show;
    show.start(kProgram, {QStringLiteral("adapter"), QStringLiteral("show"), runs.path(QStringLiteral("run/adapter.safetensors"))});
    QVERIFY(show.waitForFinished());
    const QByteArray text = show.readAllStandardOutput();
    const auto cider = nlohmann::json(events(lines, "evaluation")[0].at("cider")).dump();
    QVERIFY2(text.contains("metrics") && text.contains(cider.c_str()), text.constData());
}

void TrainingReviewTest::withoutHeldOutCaptionsNothingIsScored() {
    const Lines lines = train(TrainingRuns(9), QStringLiteral("run"), {}, "sample\n");
    QVERIFY(events(lines, "evaluation").empty());
    QVERIFY(events(lines, "sample").empty());
    const Lines messages = events(lines, "message");
    QVERIFY(std::any_of(messages.begin(), messages.end(), [](const auto& m) { return m.at("text").template get<std::string>().find("split val") != std::string::npos; }));
    QCOMPARE(events(lines, "end").size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(TrainingReviewTest)
#include "test_training_review.moc"
