#include "core/metrics/caption_scores.h"
#include "core/metrics/confidence.h"

#include <QTest>

#include <cmath>
#include <fstream>

#include <nlohmann/json.hpp>

using namespace rb::metrics;

class CaptionScoresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scoresEqualTheReference_data();
    void scoresEqualTheReference();
    void noItemsGiveZero();
    void intervalHoldsTheMeanAndRepeats();
};

void CaptionScoresTest::scoresEqualTheReference_data() {
    QTest::addColumn<QString>("file");
    for (const char* file : {"one_reference", "five_references", "single_item", "odd_texts"}) QTest::newRow(file) << QString::fromLatin1(file);
}

static bool equal(const char* what, const CaptionScores& found, const nlohmann::json& golden) {
    bool same = true;
    const auto compare = [&](const char* key, double value) {
        if (std::abs(value - golden.at(key).get<double>()) <= 1e-9) return;
        qWarning("%s, %s: %.12g instead of %.12g", what, key, value, golden.at(key).get<double>());
        same = false;
    };
    for (std::size_t n = 0; n < 4; ++n) compare(("bleu_" + std::to_string(n + 1)).c_str(), found.bleu[n]);
    compare("rouge_l", found.rougeL);
    compare("cider", found.cider);
    return same;
}

void CaptionScoresTest::scoresEqualTheReference() {
    QFETCH(const QString, file);
    std::ifstream in(std::string(RB_TEST_DATA) + "/metrics/" + file.toStdString() + ".json");
    const auto golden = nlohmann::json::parse(in);
    std::vector<ScoredItem> items;
    for (const auto& item : golden.at("items"))
        items.push_back({item.at("id").is_string() ? item.at("id").get<std::string>() : item.at("id").dump(), item.at("candidate_tokenised"), item.at("references_tokenised")});
    const ScoreReport report = scoreCaptions(items);
    int wrong = equal("corpus", report.corpus, golden.at("corpus")) ? 0 : 1;
    for (std::size_t i = 0; i < items.size(); ++i) wrong += equal(items[i].id.c_str(), report.items[i], golden.at("items")[i]) ? 0 : 1;
    QCOMPARE(wrong, 0);
}

void CaptionScoresTest::noItemsGiveZero() {
    const ScoreReport report = scoreCaptions({});
    QVERIFY(report.items.empty());
    QCOMPARE(report.corpus.cider, 0.0);
}

void CaptionScoresTest::intervalHoldsTheMeanAndRepeats() {
    std::vector<double> values;
    for (int i = 0; i < 200; ++i) values.push_back(i % 10);
    const Interval first = bootstrapMean(values), again = bootstrapMean(values);
    QVERIFY(first.low < 4.5 && first.high > 4.5);
    QVERIFY(first.high - first.low < 1.5);
    QCOMPARE(first.low, again.low);
    QCOMPARE(bootstrapMean({}).high, 0.0);
}

QTEST_GUILESS_MAIN(CaptionScoresTest)
#include "test_caption_scores.moc"
