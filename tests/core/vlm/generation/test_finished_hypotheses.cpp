#include "core/vlm/generation/finished_hypotheses.h"

#include <QTest>

using namespace rb::vlm;

class FinishedHypothesesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBetterOneReplacesTheWorstOfAFullStore();
    void theBestComeFirst();
    void ofEqualScoresTheLaterOneComesFirst();
};

static Hypothesis hypothesis(TokenId token, double score) { return {{token}, {0.0f}, score}; }

static std::vector<TokenId> firstTokens(const std::vector<Hypothesis>& hypotheses) {
    std::vector<TokenId> tokens;
    for (const Hypothesis& one : hypotheses) tokens.push_back(one.tokens.front());
    return tokens;
}

void FinishedHypothesesTest::aBetterOneReplacesTheWorstOfAFullStore() {
    FinishedHypotheses store(2);
    QVERIFY(store.empty());
    store.add(hypothesis(1, -3));
    QVERIFY(!store.full());
    store.add(hypothesis(2, -2));
    QVERIFY(store.full());
    QCOMPARE(store.worst(), -3.0);
    store.add(hypothesis(3, -4));
    store.add(hypothesis(4, -3)); // equal to the worst: not better
    QCOMPARE(firstTokens(store.best(2)), (std::vector<TokenId>{2, 1}));
    store.add(hypothesis(5, -1));
    QCOMPARE(store.worst(), -2.0);
    QCOMPARE(firstTokens(store.best(2)), (std::vector<TokenId>{5, 2}));
}

void FinishedHypothesesTest::theBestComeFirst() {
    FinishedHypotheses store(4);
    for (const auto& [token, score] : {std::pair{1, -2.0}, {2, -1.0}, {3, -3.0}}) store.add(hypothesis(token, score));
    QCOMPARE(firstTokens(store.best(2)), (std::vector<TokenId>{2, 1}));
    QCOMPARE(firstTokens(store.best(9)), (std::vector<TokenId>{2, 1, 3}));
}

void FinishedHypothesesTest::ofEqualScoresTheLaterOneComesFirst() {
    FinishedHypotheses store(3);
    for (const TokenId token : {1, 2, 3}) store.add(hypothesis(token, -1));
    QCOMPARE(firstTokens(store.best(3)), (std::vector<TokenId>{3, 2, 1}));
    store.add(hypothesis(4, -0.5)); // of the equally bad the oldest goes
    QCOMPARE(firstTokens(store.best(3)), (std::vector<TokenId>{4, 3, 2}));
}

QTEST_GUILESS_MAIN(FinishedHypothesesTest)
#include "test_finished_hypotheses.moc"
