#include "core/metrics/caption_scores.h"
#include "tests/core/metrics/fixtures.h"

#include <algorithm>
#include <cmath>

using namespace rb::metrics;
using namespace rb::metrics::testing;
using nlohmann::json;

class CaptionScoresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scoresMatchReference_data() {
        addFileRows({"one_reference", "five_references", "single_item", "odd_texts", "extra/no_break_spaces"});
    }
    void scoresMatchReference();
    void itemAloneHasNoCider();
    void corpusBleuIsNotTheMeanOfItems();
    void orderOfItemsChangesNothing();
    void noItemsGiveZero();
    void itemsWithoutReferencesStayFinite();
    void longTextsAreScored();

private:
    static std::vector<ScoredItem> itemsOf(const json& golden);
    static void compare(QStringList& differences, const QString& what, const CaptionScores& found, const json& golden);
};

std::vector<ScoredItem> CaptionScoresTest::itemsOf(const json& golden) {
    std::vector<ScoredItem> items;
    for (const json& item : golden["items"])
        items.push_back({item["id"], item["candidate_tokenised"], item["references_tokenised"]});
    return items;
}

void CaptionScoresTest::compare(QStringList& differences, const QString& what, const CaptionScores& found, const json& golden) {
    const auto note = [&](const char* key, double value) {
        const double expected = golden.at(key).get<double>();
        if (std::abs(value - expected) <= 1e-9) return;
        differences << QStringLiteral("%1, %2: %3, not %4").arg(what, QLatin1String(key)).arg(value, 0, 'g', 12).arg(expected, 0, 'g', 12);
    };
    const char* const orders[] = {"bleu_1", "bleu_2", "bleu_3", "bleu_4"};
    for (std::size_t n = 0; n < 4; ++n)
        note(orders[n], found.bleu[n]);
    note("rouge_l", found.rougeL);
    note("cider", found.cider);
}

void CaptionScoresTest::scoresMatchReference() {
    QFETCH(const QString, file);
    const json golden = fixture(file);
    QVERIFY(golden.is_object() && !golden["items"].empty());
    const auto items = itemsOf(golden);
    const ScoreReport report = scoreCaptions(items);
    QCOMPARE(report.items.size(), items.size());
    QStringList differences;
    compare(differences, QStringLiteral("corpus"), report.corpus, golden["corpus"]);
    for (std::size_t i = 0; i < items.size(); ++i)
        compare(differences, QString::fromStdString(items[i].id), report.items[i], golden["items"][i]);
    QCOMPARE(differences, QStringList());
}

void CaptionScoresTest::itemAloneHasNoCider() {
    const ScoreReport report = scoreCaptions({{"a", "a red dog", {"a red dog"}}});
    QCOMPARE(report.corpus.cider, 0.0);
    QVERIFY(report.corpus.bleu[2] > 0.999);
    QCOMPARE(report.corpus.rougeL, 1.0);
}

void CaptionScoresTest::corpusBleuIsNotTheMeanOfItems() {
    const ScoreReport report = scoreCaptions({{"long", "a b c d e f g h", {"a b c d e f g h"}}, {"short", "x y", {"p q"}}});
    QVERIFY(std::abs(report.corpus.bleu[0] - 0.8) < 1e-6); // 8 of 10 words
    QVERIFY(std::abs((report.items[0].bleu[0] + report.items[1].bleu[0]) / 2 - 0.5) < 1e-6);
}

void CaptionScoresTest::orderOfItemsChangesNothing() {
    const json golden = fixture(QStringLiteral("five_references"));
    QVERIFY(golden.is_object());
    auto items = itemsOf(golden);
    std::reverse(items.begin(), items.end());
    QStringList differences;
    compare(differences, QStringLiteral("reversed"), scoreCaptions(items).corpus, golden["corpus"]);
    QCOMPARE(differences, QStringList());
}

void CaptionScoresTest::noItemsGiveZero() {
    const ScoreReport report = scoreCaptions({});
    QVERIFY(report.items.empty());
    QCOMPARE(report.corpus.cider, 0.0);
    QCOMPARE(report.corpus.rougeL, 0.0);
    QCOMPARE(report.corpus.bleu[0], 0.0);
}

void CaptionScoresTest::itemsWithoutReferencesStayFinite() {
    const ScoreReport report = scoreCaptions({{"none", "a dog", {}}, {"empty", "", {""}}});
    for (const CaptionScores& scores : {report.items[0], report.items[1], report.corpus}) {
        for (const double bleu : scores.bleu)
            QVERIFY(std::isfinite(bleu));
        QVERIFY(std::isfinite(scores.rougeL) && std::isfinite(scores.cider));
    }
    QCOMPARE(report.items[0].rougeL, 0.0);
    QCOMPARE(report.items[0].cider, 0.0);
}

void CaptionScoresTest::longTextsAreScored() {
    std::string text = "a";
    for (int i = 1; i < 200'000; ++i)
        text += i % 2 == 0 ? " a" : " dog";
    const ScoreReport report = scoreCaptions({{"long", text, {"a dog"}}, {"same", "a cat", {"a cat"}}});
    QVERIFY(report.items[0].bleu[0] < 1e-4);
    QVERIFY(std::abs(report.items[0].rougeL - 2.44e-5 / (1 + 1.44e-5)) < 1e-9); // P = 2 / 200000, R = 1
}

QTEST_GUILESS_MAIN(CaptionScoresTest)
#include "test_caption_scores.moc"
