#include "core/vlm/generation/exponential.h"
#include "core/vlm/generation/token_scores.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace rb::vlm;

static constexpr float kForbidden = -std::numeric_limits<float>::infinity();

class TokenScoresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exponentialIsCloseToTheLibrarys();
    void logSoftmaxEqualsItsDefinition_data();
    void logSoftmaxEqualsItsDefinition();
    void forbiddenLogitsStayForbidden();
    void penaltyMultipliesNegativeAndDividesPositiveValuesOnce();
    void tokensThatWouldRepeatAnNgramAreForbidden();
    void unigramsForbidEverythingSeen();
    void endTokenIsForbiddenBelowTheMinimum();
};

void TokenScoresTest::exponentialIsCloseToTheLibrarys() {
    for (int i = 0; i <= 86000; ++i) {
        const float x = static_cast<float>(-i) / 1000;
        const double expected = std::exp(static_cast<double>(x));
        QVERIFY2(std::abs(exponential(x) - expected) <= 3e-7 * expected, qPrintable(QString::number(x)));
    }
    QCOMPARE(exponential(0.0f), 1.0f);
    for (const float none : {-90.0f, -1e30f, kForbidden, std::numeric_limits<float>::quiet_NaN()})
        QCOMPARE(exponential(none), 0.0f);
}

void TokenScoresTest::logSoftmaxEqualsItsDefinition_data() {
    QTest::addColumn<int>("size");
    QTest::addColumn<double>("offset");
    for (const int size : {1, 2, 15, 16, 17, 33, 5000})
        for (const double offset : {0.0, -50.0, 60.0}) QTest::addRow("%d at %g", size, offset) << size << offset;
}

void TokenScoresTest::logSoftmaxEqualsItsDefinition() {
    QFETCH(int, size);
    QFETCH(double, offset);
    std::mt19937 random(static_cast<unsigned>(size));
    std::vector<float> logits(static_cast<std::size_t>(size)), found(logits.size());
    for (float& logit : logits) logit = static_cast<float>(offset + static_cast<double>(random() % 2000) / 100);
    double sum = 0;
    for (const float logit : logits) sum += std::exp(static_cast<double>(logit));
    logSoftmax(logits, found);
    for (std::size_t i = 0; i < logits.size(); ++i)
        QVERIFY(std::abs(found[i] - (static_cast<double>(logits[i]) - std::log(sum))) < 4e-6);
}

void TokenScoresTest::forbiddenLogitsStayForbidden() {
    const std::vector<float> logits{1, kForbidden, 1};
    std::vector<float> found(3);
    logSoftmax(logits, found);
    QCOMPARE(found[0], std::log(0.5f));
    QCOMPARE(found[1], kForbidden);
    QCOMPARE(softmaxWeights(logits, found), 2.0);
    QCOMPARE(found, (std::vector<float>{1, 0, 1}));
}

void TokenScoresTest::penaltyMultipliesNegativeAndDividesPositiveValuesOnce() {
    GenerationOptions options;
    options.repetitionPenalty = 1.5;
    std::vector<float> scores{-2, 3, -4, 6, -5, 5};
    const std::vector<TokenId> history{2, 99, -1}, tokens{3, 2, 3};
    applyProcessors(scores, {history, tokens}, options, 0);
    QCOMPARE(scores, (std::vector<float>{-2, 3, -6, 4, -5, 5}));
}

void TokenScoresTest::tokensThatWouldRepeatAnNgramAreForbidden() {
    GenerationOptions options;
    options.noRepeatNgram = 3;
    const std::vector<TokenId> history{4, 5}, tokens{1, 4, 5, 3, 4, 5};
    std::vector<float> scores(6, -1);
    applyProcessors(scores, {history, tokens}, options, 0);
    // "4 5" stands at the end and was followed by 1 and by 3.
    QCOMPARE(scores, (std::vector<float>{-1, kForbidden, -1, kForbidden, -1, -1}));
    std::vector<float> early(6, -1);
    applyProcessors(early, {history, {}}, options, 0);
    QCOMPARE(early, std::vector<float>(6, -1));
}

void TokenScoresTest::unigramsForbidEverythingSeen() {
    GenerationOptions options;
    options.noRepeatNgram = 1;
    const std::vector<TokenId> history{0, 70}, tokens{2};
    std::vector<float> scores(4, -1);
    applyProcessors(scores, {history, tokens}, options, 3);
    QCOMPARE(scores, (std::vector<float>{kForbidden, -1, kForbidden, -1}));
}

void TokenScoresTest::endTokenIsForbiddenBelowTheMinimum() {
    GenerationOptions options;
    options.minNewTokens = 2;
    const std::vector<TokenId> history{1, 1, 1}, one{0}, two{0, 0};
    std::vector<float> scores(3, -1);
    applyProcessors(scores, {history, two}, options, 2);
    QCOMPARE(scores, std::vector<float>(3, -1));
    applyProcessors(scores, {history, one}, options, 2);
    QCOMPARE(scores, (std::vector<float>{-1, -1, kForbidden}));
}

QTEST_GUILESS_MAIN(TokenScoresTest)
#include "test_token_scores.moc"
